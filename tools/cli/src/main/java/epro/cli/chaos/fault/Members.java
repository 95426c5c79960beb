package epro.cli.chaos.fault;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/**
 * A group of consumers as the broker knows it.
 *
 * @param stable whether everybody has what it is to have
 * @param partitions how many each member has, by the member's id
 */
record Members(boolean stable, Map<String, Integer> partitions) {

    static final String PROCESSING = "epro-processing";
    static final String NOTIFICATION = "epro-notification";

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    static Members of(Grounds grounds, String group) throws InterruptedException {
        return Grounds.answer(
                        grounds.admin().describeConsumerGroups(List.of(group)).all())
                .values()
                .stream()
                .map(Members::told)
                .findFirst()
                .orElseThrow();
    }

    private static Members told(ConsumerGroupDescription group) {
        return new Members(
                group.groupState() == GroupState.STABLE,
                group.members().stream()
                        .collect(toMap(
                                MemberDescription::consumerId,
                                member -> member.assignment().topicPartitions().size())));
    }

    /** Looks until it is as wanted, for half a minute at most, and tells what was seen last. */
    static Members await(Grounds grounds, String group, Predicate<Members> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        Members now = of(grounds, group);
        while (!wanted.test(now) && System.nanoTime() < deadline) {
            Thread.sleep(A_MOMENT);
            now = of(grounds, group);
        }
        return now;
    }

    /** Who is in a group in which nothing moves. */
    static Set<String> settled(Grounds grounds, String group) throws InterruptedException {
        return await(grounds, group, now -> now.stable() && !now.ids().isEmpty())
                .ids();
    }

    Set<String> ids() {
        return partitions.keySet();
    }

    /** How many of these are still members. */
    long left(Set<String> ids) {
        return ids().stream().filter(ids::contains).count();
    }

    /** How many partitions members have that are none of these. */
    int givenBesides(Set<String> ids) {
        return partitions.entrySet().stream()
                .filter(member -> !ids.contains(member.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
