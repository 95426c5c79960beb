package epro.e2e;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import epro.stack.LocalStack;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Who processes, as the broker knows it. */
final class ProcessingGroup implements AutoCloseable {

    private static final String NAME = "epro-processing";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Admin admin;

    ProcessingGroup(LocalStack stack) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()));
    }

    /**
     * What each member has at one moment.
     *
     * @param stable whether everybody has what it is to have
     */
    record Shares(boolean stable, Map<String, Set<TopicPartition>> byMember) {

        private static Shares of(ConsumerGroupDescription group) {
            return new Shares(
                    group.groupState() == GroupState.STABLE,
                    group.members().stream()
                            .collect(toMap(
                                    MemberDescription::consumerId,
                                    member -> member.assignment().topicPartitions())));
        }

        Set<String> members() {
            return byMember.keySet();
        }

        /** All that somebody has. */
        Set<TopicPartition> partitions() {
            return byMember.values().stream().flatMap(Collection::stream).collect(toSet());
        }

        /** What those have who are none of these. */
        Set<TopicPartition> besides(Set<String> members) {
            return byMember.entrySet().stream()
                    .filter(member -> !members.contains(member.getKey()))
                    .flatMap(member -> member.getValue().stream())
                    .collect(toSet());
        }
    }

    /** Waits until there are so many members and each has something. */
    Shares shared(int members) {
        return await().atMost(PATIENCE)
                .until(
                        this::now,
                        shares -> shares.stable()
                                && shares.members().size() == members
                                && shares.byMember().values().stream().noneMatch(Set::isEmpty));
    }

    private Shares now() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(NAME)).all().get().values().stream()
                .map(Shares::of)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        admin.close();
    }
}
