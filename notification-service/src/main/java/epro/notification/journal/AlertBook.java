package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The alerts that some reports are about, and those that press in the same cases, as they stand within one transaction: read at
 * once for all of the reports, and kept up with what is made of them.
 */
public final class AlertBook {
    private static final Comparator<Alert> OLDEST_FIRST = Comparator.comparing(
                    (Alert alert) -> alert.identity().createdAt())
            .thenComparing(alert -> alert.identity().alertId().toString());

    private final Map<UUID, Alert> alerts = new HashMap<>();
    private final CaseNumbers numbers;

    AlertBook(Collection<Alert> stored, CaseNumbers numbers) {
        this.numbers = numbers;
        stored.forEach(this::add);
    }

    /** An alert that was made in this transaction. */
    public void add(Alert alert) {
        alerts.put(alert.identity().alertId(), alert);
    }

    /** The one alert of a suspected adverse event. */
    public Optional<Alert> ofAdverseEvent(UUID aeId) {
        return find(AlertIdentity.alertIdOf(aeId));
    }

    /** The alert that opened the case of this one. */
    public Alert leadOf(Alert alert) {
        return find(alert.identity().leadId()).orElseThrow();
    }

    /** The lead of the oldest case of the same patient, site and symptom to which people are still being called. */
    public Optional<Alert> leadOfPressingCase(Report report) {
        return pressing()
                .filter(alert -> alert.identity().isOfSameSymptomAs(report))
                .map(this::leadOf)
                .min(OLDEST_FIRST);
    }

    /** Whether people are being called to another alert of its case that is as urgent, or more. */
    public boolean callElsewhereInItsCase(Alert alert) {
        return pressing()
                .filter(other ->
                        other.identity().leadId().equals(alert.identity().leadId()))
                .filter(other ->
                        !other.identity().alertId().equals(alert.identity().alertId()))
                .anyMatch(other ->
                        !alert.status().urgency().isAbove(other.status().urgency()));
    }

    /** A number that no case has had. */
    public String nextCaseNumber(Instant now) {
        return numbers.next(now);
    }

    private Optional<Alert> find(UUID alertId) {
        return Optional.ofNullable(alerts.get(alertId));
    }

    private Stream<Alert> pressing() {
        return alerts.values().stream().filter(Alert::isPressing);
    }
}
