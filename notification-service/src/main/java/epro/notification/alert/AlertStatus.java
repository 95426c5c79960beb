package epro.notification.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stood at one moment.
 *
 * @param raised after it was acknowledged its urgency rose, or nothing followed, and nobody has acknowledged that yet
 * @param changes how many changes it has gone through
 */
public record AlertStatus(
        AlertState state,
        int revision,
        Urgency urgency,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        Evidence evidence,
        boolean withdrawn,
        boolean raised,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        int changes) {

    static AlertStatus first(Report report) {
        return new AlertStatus(
                AlertState.DETECTED,
                report.revision(),
                report.urgency(),
                report.grade(),
                report.gradeAtLeast(),
                report.evidence(),
                report.withdrawn(),
                false,
                null,
                null,
                0);
    }

    /** The grade follows the report. An answer that is owed stays owed, should the report be taken back and come again. */
    AlertStatus revised(Report report) {
        return new AlertStatus(
                state,
                report.revision(),
                urgency,
                report.grade(),
                report.gradeAtLeast(),
                report.evidence(),
                report.withdrawn(),
                raised,
                acknowledgedAt,
                acknowledgedBy,
                changes);
    }

    AlertStatus raisedTo(Urgency higher) {
        boolean answerAwaited = raised || state.isAnswered();
        return new AlertStatus(
                state,
                revision,
                higher,
                grade,
                gradeAtLeast,
                evidence,
                withdrawn,
                answerAwaited,
                acknowledgedAt,
                acknowledgedBy,
                changes);
    }

    AlertStatus answerAwaited() {
        return new AlertStatus(
                state,
                revision,
                urgency,
                grade,
                gradeAtLeast,
                evidence,
                withdrawn,
                true,
                acknowledgedAt,
                acknowledgedBy,
                changes);
    }

    AlertStatus acknowledged(String actor, Instant at) {
        AlertState answered = state.isAnswered() ? state : AlertState.ACKNOWLEDGED;
        return new AlertStatus(
                answered, revision, urgency, grade, gradeAtLeast, evidence, withdrawn, false, at, actor, changes);
    }

    AlertStatus in(AlertState next) {
        return new AlertStatus(
                next,
                revision,
                urgency,
                grade,
                gradeAtLeast,
                evidence,
                withdrawn,
                raised,
                acknowledgedAt,
                acknowledgedBy,
                changes);
    }

    AlertStatus changed() {
        return new AlertStatus(
                state,
                revision,
                urgency,
                grade,
                gradeAtLeast,
                evidence,
                withdrawn,
                raised,
                acknowledgedAt,
                acknowledgedBy,
                changes + 1);
    }

    @Override
    public String toString() {
        return "AlertStatus[" + state + ", change " + changes + "]";
    }
}
