package epro.cli.demo;

import epro.cli.demo.KillFigures.LostAndTwice;
import epro.cli.demo.trials.Synced;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Kills processes with SIGKILL under load, one a run on the same stack, and counts what that did to what was answered 202. */
final class Kills {

    private static final int LETTERS = 800;
    private static final int TRIALS = 100;
    private static final Duration SPAN = Duration.ofSeconds(12);
    private static final Duration KILL_AT = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(20);

    private record Downtime(Instant killedAt, Instant backAt) {}

    private final Stage stage;
    private final List<SampleForm> forms;
    private final InstantSource clock;
    private final PrintStream live;

    Kills(Stage stage, List<SampleForm> forms, InstantSource clock, PrintStream live) {
        this.stage = stage;
        this.forms = forms;
        this.clock = clock;
        this.live = live;
    }

    KillFigures perform(List<Part> victims) throws InterruptedException, SQLException, IOException, ExecutionException {
        List<KillFigures.Run> runs = new ArrayList<>();
        for (Part victim : victims) {
            live.println("SIGKILL to " + victim.text() + " four seconds into the load");
            runs.add(run(victim));
        }
        return new KillFigures(List.copyOf(runs));
    }

    private KillFigures.Run run(Part victim)
            throws InterruptedException, SQLException, IOException, ExecutionException {
        Instant now = clock.instant();
        String run = "kill-%s-%s".formatted(victim.text(), Long.toString(now.getEpochSecond(), 36));
        Script script = new Script(new Random(victim.text().hashCode()), forms, run, now.minus(1, ChronoUnit.HOURS));
        CompletableFuture<Downtime> downtime = new CompletableFuture<>();
        Play.Cue kill = new Play.Cue(KILL_AT, () -> downtime.complete(kill(victim)));
        CompletableFuture<Synced> trials = stage.trials().begin(TRIALS);
        Performance performance = Performance.of(stage, run, script.waves(LETTERS, SPAN), List.of(kill), live);
        return figures(victim, downtime.join(), performance, trials.get());
    }

    private Downtime kill(Part victim) throws InterruptedException {
        LocalStack stack = stage.own().orElseThrow();
        long pid = stack.pid(victim);
        Instant killedAt = clock.instant();
        stack.kill(victim);
        while (stack.pid(victim) == pid) {
            Thread.sleep(POLL);
        }
        stack.awaitReady(victim);
        return new Downtime(killedAt, clock.instant());
    }

    private static KillFigures.Run figures(Part victim, Downtime downtime, Performance performance, Synced synced) {
        Books books = performance.books();
        Tally client = books.client();
        Books.HarmSum harm = books.harm();
        return new KillFigures.Run(
                victim.text(),
                downtime.killedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                downtime.backAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                client.answered202(),
                books.kept(),
                books.lost(),
                books.database().twice(),
                performance.dataCheckState(),
                Duration.between(downtime.killedAt(), downtime.backAt()).toMillis() / 1000.0,
                client.refusedAltogether(),
                client.resent(),
                client.unknown(),
                books.unannounced(),
                books.balanced(),
                new LostAndTwice(harm.suspected(), harm.overlooked(), harm.twice()),
                new LostAndTwice(
                        harm.inApp(),
                        harm.suspected() - harm.inApp(),
                        performance.harm().repeated()),
                performance.harm().found().mails(),
                new LostAndTwice(synced.run().total(), synced.wrong(), synced.twice()),
                synced.seen().violations().size());
    }
}
