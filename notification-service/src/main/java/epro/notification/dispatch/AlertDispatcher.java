package epro.notification.dispatch;

import epro.notification.alert.Report;
import epro.notification.contact.Contacts;
import epro.notification.contact.Place;
import epro.notification.journal.Alerts;
import epro.notification.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes of reports what people hear of.
 *
 * <ul>
 *   <li>One transaction for all that comes at once: alerts, cases, deliveries in the inbox, the tasks of all others, escalation,
 *       audit, events. After a failure nothing of it is there, and the reports are to be brought again.
 *   <li>One alert per suspected adverse event; a revision counts once. So it does no harm to bring a report again, late, or out
 *       of order: a revision that is not above the one known changes nothing.
 *   <li>A hundred reports ask the database hardly more often than one: nobody else can write meanwhile.
 * </ul>
 */
@Component
public class AlertDispatcher {
    private static final int NONE = Integer.MIN_VALUE;

    private final Journal journal;
    private final Alerts alerts;
    private final Contacts contacts;
    private final Steps steps;

    AlertDispatcher(Journal journal, Alerts alerts, Contacts contacts, Steps steps) {
        this.journal = journal;
        this.alerts = alerts;
        this.contacts = contacts;
        this.steps = steps;
    }

    public Dispatched dispatch(Report report) {
        return dispatch(List.of(report)).getFirst();
    }

    /** What became of each, in their order. */
    public List<Dispatched> dispatch(List<Report> reports) {
        Map<UUID, Integer> known = alerts.revisionsOf(reports);
        if (reports.stream().allMatch(report -> known.getOrDefault(report.aeId(), NONE) >= report.revision())) {
            return reports.stream().<Dispatched>map(_ -> new Dispatched.Known()).toList();
        }
        return journal.write(changes -> {
            Work work = new Work(changes, alerts.about(reports), contacts.around(places(reports)));
            return reports.stream().map(report -> steps.take(work, report)).toList();
        });
    }

    private static Set<Place> places(List<Report> reports) {
        return reports.stream()
                .map(report -> new Place(report.studyId(), report.siteId()))
                .collect(Collectors.toSet());
    }
}
