package epro.cli.demo;

import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The lively hour in a minute, in whose middle the broker freezes for two seconds under a burst. */
final class Demo {

    private static final long SEED = 20261123;
    private static final int LETTERS = 2200;
    private static final Duration SPAN = Duration.ofSeconds(55);
    private static final int WARM_UP = 250;
    private static final Duration WARM_UP_SPAN = Duration.ofSeconds(15);
    private static final int BURST = 600;
    private static final Duration BURST_SPAN = Duration.ofMillis(1500);
    static final Duration FREEZE_AT = Duration.ofSeconds(27);
    private static final Duration FREEZE = Duration.ofSeconds(2);

    private final Stage stage;
    private final PrintStream live;

    Demo(Stage stage, PrintStream live) {
        this.stage = stage;
        this.live = live;
    }

    /** A quiet quarter of a minute before the curtain rises; none of it is counted. */
    static void warmUp(Stage stage, List<SampleForm> forms, Instant now) throws InterruptedException {
        String run = "warm-up-" + Long.toString(now.getEpochSecond(), 36);
        Script script = new Script(new Random(SEED + 1), forms, run, now.minus(1, ChronoUnit.HOURS));
        Performance.warmUp(stage, script.burst(WARM_UP, Duration.ZERO, WARM_UP_SPAN));
    }

    Performance perform(List<SampleForm> forms, Instant now) throws InterruptedException, SQLException, IOException {
        String run = "demo-" + Long.toString(now.getEpochSecond(), 36);
        Script script = new Script(new Random(SEED), forms, run, now.minus(1, ChronoUnit.HOURS));
        List<Letter> letters = Stream.concat(
                        script.waves(LETTERS, SPAN).stream(),
                        script.burst(BURST, FREEZE_AT.plusMillis(100), BURST_SPAN).stream())
                .toList();
        return Performance.of(stage, run, letters, cues(), live);
    }

    /** A broker that somebody else runs is not frozen. */
    private List<Play.Cue> cues() {
        return stage.own().stream()
                .map(stack -> new Play.Cue(FREEZE_AT, () -> freezeTheBroker(stack)))
                .toList();
    }

    private static void freezeTheBroker(LocalStack stack) throws InterruptedException {
        stack.suspend(Part.KAFKA);
        try {
            Thread.sleep(FREEZE);
        } finally {
            stack.resume(Part.KAFKA);
        }
    }
}
