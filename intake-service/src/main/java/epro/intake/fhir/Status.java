package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.schemas.event.Completeness;

/** What the status of a response says: whether it is whole, or not one to be taken. */
final class Status {

    private Status() {}

    static Completeness completeness(Fields response) {
        return switch (response.requiredText("status")) {
            case "completed" -> Completeness.COMPLETE;
            case "stopped" -> Completeness.PARTIAL;
            case "in-progress" ->
                throw Refusals.unprocessable(
                        "response-in-progress", "/status", "A response is taken once it is completed or stopped.");
            case "amended", "entered-in-error" ->
                throw Refusals.unprocessable(
                        "corrections-not-taken", "/status", "What was sent before can't be corrected in this way.");
            default -> throw Refusals.badMember("unknown-status", "/status", "FHIR knows no such status.");
        };
    }
}
