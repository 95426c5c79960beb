package epro.cli.demo;

import epro.cli.demo.harm.Mails;
import java.util.List;

/** What {@code kills.json} holds, in its order. */
record KillFigures(List<Run> runs) {

    /**
     * One process killed with SIGKILL under load.
     *
     * @param backAt when it answered its readiness probe again
     * @param accepted answers 202
     * @param stored distinct records behind these answers that have their audit entry
     * @param lost submissions so answered that the database does not have
     * @param twice submissions made more than once
     */
    record Run(
            String process,
            String killedAt,
            String backAt,
            long accepted,
            long stored,
            long lost,
            long twice,
            String dataCheck,
            double backAfterSeconds,
            long refused,
            long resent,
            long unknownAnswers,
            long unannouncedRecords,
            boolean booksBalance,
            LostAndTwice adverseEvents,
            LostAndTwice inApp,
            Mails mails,
            LostAndTwice trials,
            long violations) {

        boolean fine() {
            return lost == 0
                    && twice == 0
                    && adverseEvents.fine()
                    && inApp.fine()
                    && trials.fine()
                    && violations == 0
                    && booksBalance
                    && dataCheck.equals("CLEAN");
        }
    }

    /**
     * Of suspected adverse events: alarming submissions without one are lost. Of alerts: suspected adverse events that
     * never came into an inbox, and changes that came up on an open screen again. Of trials: those whose stored status is
     * not the register's, and changes stored more than once.
     */
    record LostAndTwice(long count, long lost, long twice) {
        boolean fine() {
            return lost == 0 && twice == 0;
        }
    }

    boolean fine() {
        return runs.stream().allMatch(Run::fine);
    }
}
