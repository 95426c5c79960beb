package epro.cli.send;

import epro.cli.send.Delivery.Outcome;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of the lines of a file. Thread-safe. */
final class Tally {

    private final List<FailedLine> failed = new ArrayList<>();
    private long accepted;
    private long repeated;
    private long resent;
    private long derivedIds;

    /** A line that was not accepted in the end. */
    record FailedLine(long line, int status, String code) {}

    synchronized void enter(long number, Identified line, Outcome outcome) {
        resent += outcome.attempts() - 1;
        derivedIds += line.derived() ? 1 : 0;
        switch (outcome.last()) {
            case Accepted done -> {
                accepted++;
                repeated += done.repeated() ? 1 : 0;
            }
            case Denied(int status, String code) -> failed.add(new FailedLine(number, status, code));
            case Refused(String code, var _) -> failed.add(new FailedLine(number, 503, code));
            case Unknown(String why) -> failed.add(new FailedLine(number, 0, "no-answer: " + why));
        }
    }

    synchronized boolean allAccepted() {
        return failed.isEmpty();
    }

    synchronized Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accepted", accepted);
        json.put("repeated", repeated);
        json.put("resent", resent);
        json.put("derivedIds", derivedIds);
        json.put(
                "refused",
                failed.stream()
                        .sorted(Comparator.comparingLong(FailedLine::line))
                        .toList());
        return json;
    }

    synchronized String text() {
        String counts = "%d accepted (%d repeated), %d sent again, %d refused"
                .formatted(accepted, repeated, resent, failed.size());
        String ids = derivedIds == 0
                ? ""
                : "%n%d lines had no submissionId; theirs was derived from the file's content and the line's number"
                        .formatted(derivedIds);
        return counts + ids + refusals();
    }

    private String refusals() {
        Map<String, List<FailedLine>> byCode = failed.stream()
                .sorted(Comparator.comparingLong(FailedLine::line))
                .collect(Collectors.groupingBy(
                        line -> line.status() + " " + line.code(), TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(code -> "%n  %s: lines %s"
                        .formatted(
                                code.getKey(),
                                code.getValue().stream()
                                        .map(line -> Long.toString(line.line()))
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining());
    }
}
