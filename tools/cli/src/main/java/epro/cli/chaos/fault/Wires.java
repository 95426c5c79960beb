package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.Way;
import epro.stack.wire.Behaviour;
import epro.stack.wire.Behaviour.CuttingAfter;
import epro.stack.wire.Behaviour.Delaying;
import epro.stack.wire.Behaviour.Passing;
import epro.stack.wire.Behaviour.Resetting;
import epro.stack.wire.Behaviour.Swallowing;
import epro.stack.wire.FaultProxy;
import epro.stack.wire.Tally;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Networks between a service and what it stands on that delay, keep silent, reset or cut. */
final class Wires {

    /** Of these only what is worst is played. */
    private static final Set<Way> LESS_TRAVELLED = EnumSet.of(Way.NOTIFICATION_TO_BROKER, Way.NOTIFICATION_TO_DATABASE);

    private Wires() {}

    static Stream<Fault> faults() {
        return Stream.of(Way.values())
                .flatMap(way -> LESS_TRAVELLED.contains(way) ? worst(way) : Stream.concat(worst(way), others(way)));
    }

    private static Stream<Fault> worst(Way way) {
        return Stream.of(
                fault("black-hole", way, _ -> new Swallowing()),
                fault("cut", way, dice -> new CuttingAfter(1 + dice.nextLong(most(way)))));
    }

    private static Stream<Fault> others(Way way) {
        return Stream.of(
                fault("delay", way, dice -> new Delaying(Duration.ofMillis(100 + dice.nextLong(1_900)))),
                fault("reset", way, _ -> new Resetting()));
    }

    /** Where one would cut: requests to the model are small. */
    private static long most(Way way) {
        return way == Way.PROCESSING_TO_MODEL ? 600 : 4_000;
    }

    /** What is done, with the dice's choice of how much. */
    private interface Choice {
        Behaviour of(RandomGenerator dice);
    }

    private static Fault fault(String what, Way way, Choice choice) {
        return new Fault(what + "-" + way.text(), (grounds, dice) -> {
            Behaviour behaviour = choice.of(dice);
            return impaired(grounds.proxy(way), behaviour, Duration.ofMillis(4_000 + dice.nextLong(6_000)));
        });
    }

    private static Seen impaired(FaultProxy proxy, Behaviour behaviour, Duration length) throws InterruptedException {
        Tally before = proxy.tally();
        proxy.become(behaviour);
        try {
            Thread.sleep(length);
        } finally {
            proxy.become(new Passing());
        }
        Tally seen = proxy.tally().since(before);
        return new Seen(seen.of(behaviour) > 0, "%s for %s: %s".formatted(behaviour, length, seen));
    }
}
