package epro.notification.intake;

import epro.notification.alert.Report;
import epro.notification.dispatch.AlertDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes the records of one partition that came together.
 *
 * <ul>
 *   <li>What can be read is dispatched in one transaction. If the database refuses it for what is in it, each record is dispatched
 *       alone, so that none holds up those of other patients.
 *   <li>What can't be is kept for a person, each record for itself; but if that is more than three and more than a tenth, and not
 *       proven by the bytes, none is: the batch waits.
 *   <li>A record whose schema is not here yet ends the batch before it.
 * </ul>
 */
@Component
class ReportBatch {
    private final ReportReader reader;
    private final AlertDispatcher dispatcher;
    private final UnreadEvents unreadEvents;

    ReportBatch(ReportReader reader, AlertDispatcher dispatcher, UnreadEvents unreadEvents) {
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.unreadEvents = unreadEvents;
    }

    void take(List<ConsumedEvent> events) throws NotReadableYet {
        List<Reported> readable = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        boolean all = read(events, readable, unread);
        unread.addAll(dispatch(readable));
        TooManyUnread.refuse(unread.stream().filter(Unread::isDoubtful).count(), events.size());
        unreadEvents.keep(unread);
        if (!all) {
            throw new NotReadableYet();
        }
    }

    /** Takes one record alone: why it raises no alert; empty if it did, or had done so before. */
    Optional<String> reasonAgainst(ConsumedEvent event) throws NotReadableYet {
        return switch (reader.read(event.value())) {
            case Reading.Read(var report) -> isTaken(List.of(report)) ? Optional.empty() : Optional.of(Unread.REFUSED);
            case Reading.Unreadable(String reason) -> Optional.of(reason);
            case Reading.NotYet() -> throw new NotReadableYet();
        };
    }

    /** Whether all were read; else those before the first whose schema is not here yet. */
    private boolean read(List<ConsumedEvent> events, List<Reported> readable, List<Unread> unread) {
        for (ConsumedEvent event : events) {
            switch (reader.read(event.value())) {
                case Reading.Read(var report) -> readable.add(new Reported(event, report));
                case Reading.Unreadable(String reason) -> unread.add(new Unread(event, reason));
                case Reading.NotYet() -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** Those that the database refuses for what is in them. */
    private List<Unread> dispatch(List<Reported> readable) {
        if (readable.isEmpty()) {
            return List.of();
        }
        if (isTaken(readable.stream().map(Reported::report).toList())) {
            return List.of();
        }
        return readable.stream()
                .filter(single -> !isTaken(List.of(single.report())))
                .map(single -> new Unread(single.event(), Unread.REFUSED))
                .toList();
    }

    private boolean isTaken(List<Report> reports) {
        try {
            dispatcher.dispatch(reports);
            return true;
        } catch (RuntimeException failure) {
            if (!DataFault.isIn(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /** A record that says something. */
    private record Reported(ConsumedEvent event, Report report) {}
}
