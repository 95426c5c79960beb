package epro.notification.console.trials;

import java.util.List;
import java.util.Optional;

/** What is known of the sync of trials. */
sealed interface SyncState {

    /** There is none that could be asked. */
    record NotSetUp() implements SyncState {}

    /** It does not answer as it should; that concerns this page only. */
    record Away() implements SyncState {}

    /** As it told just now; the newest runs, the latest first. */
    record Told(List<SyncRun> runs, Freshness freshness) implements SyncState {

        /** The run that is under way. */
        public Optional<SyncRun> running() {
            return runs.stream().filter(SyncRun::isRunning).findFirst();
        }
    }
}
