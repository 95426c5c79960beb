package epro.cli.demo.harm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run's submissions were suspected of, and who heard of it.
 *
 * @param undecided texts that the model has not decided on
 */
public record Harm(List<Suspected> suspected, Alerts alerts, long undecided, Mails mails) {

    public Map<String, Long> byGrade() {
        return counted(one -> Stream.of(one.grade()));
    }

    public Map<String, Long> byUrgency() {
        return counted(one -> Stream.of(one.urgency()));
    }

    /** One that rules and model have found counts for both. */
    public Map<String, Long> bySource() {
        return counted(one -> one.sources().stream());
    }

    /** Submissions in which something was found. */
    public Set<String> submissionIds() {
        return suspected.stream().map(Suspected::submissionId).collect(Collectors.toSet());
    }

    private Map<String, Long> counted(Function<Suspected, Stream<String>> words) {
        return suspected.stream()
                .flatMap(words)
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }
}
