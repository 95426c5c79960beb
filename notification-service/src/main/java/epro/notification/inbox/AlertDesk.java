package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.journal.Alerts;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What people see of alerts and do about them, through the API and the console alike.
 *
 * <ul>
 *   <li>Of an alert at a study and site that the caller may not see it knows nothing: 404.
 *   <li>Without the scope that it takes, 403.
 *   <li>Reading changes nothing.
 * </ul>
 */
@Component
public class AlertDesk {
    private final Alerts alerts;
    private final AlertQueries queries;
    private final DeskQueries desks;
    private final Answers answers;

    AlertDesk(Alerts alerts, AlertQueries queries, DeskQueries desks, Answers answers) {
        this.alerts = alerts;
        this.queries = queries;
        this.desks = desks;
        this.answers = answers;
    }

    /** What lies on the caller's desk. */
    public Desk desk(DeskFilter filter, Caller caller) {
        return desks.desk(filter, Sight.of(caller));
    }

    /** The sites to which the desk can be narrowed. */
    public List<Desk.Place> places(Caller caller) {
        return desks.places(Sight.of(caller));
    }

    /** One alert as the caller may see it. */
    public AlertView one(String id, Caller caller) {
        Sight sight = Sight.of(caller);
        return queries.view(visible(id, sight), sight);
    }

    /** The caller has opened it. */
    public AlertView seen(String id, Caller caller) {
        Sight sight = Sight.ofAnswering(caller);
        UUID alertId = visible(id, sight).identity().alertId();
        return queries.view(answers.see(alertId, caller.subject()), sight);
    }

    /** The caller takes on the whole case of it, if there is no more to it than they have seen. */
    public Answer acknowledge(String id, Acknowledgement seen, Caller caller) {
        Sight sight = Sight.ofAnswering(caller);
        UUID alertId = visible(id, sight).identity().alertId();
        return answers.acknowledge(alertId, seen, caller.subject());
    }

    /** Whether the caller may acknowledge what they see. */
    public boolean mayAcknowledge(Caller caller) {
        return Sight.mayAnswer(caller);
    }

    Page<AlertView> list(AlertFilter filter, Caller caller) {
        return queries.list(filter, Sight.of(caller));
    }

    private Alert visible(String id, Sight sight) {
        return parse(id)
                .flatMap(alerts::find)
                .filter(alert -> sight.covers(alert.identity()))
                .orElseThrow(AlertDesk::notFound);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The same answer whether there is none or it is not for this caller's eyes. */
    private static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such alert.");
    }
}
