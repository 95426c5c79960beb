package epro.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A line on standard error that shows how far a play has come. */
final class LiveCount implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final int WIDTH = 100;

    private final ProgressBar bar;
    private final Ledger ledger;
    private final Thread ticking;

    LiveCount(String what, long letters, Ledger ledger, PrintStream to) {
        this.ledger = ledger;
        this.bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(letters)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) STEP.toMillis())
                .setConsumer(new ConsoleProgressBarConsumer(to, WIDTH))
                .build();
        this.ticking = Thread.ofVirtual().start(this::tick);
    }

    private void tick() {
        try {
            while (bar.getCurrent() < bar.getMax()) {
                show();
                Thread.sleep(STEP);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        bar.stepTo(ledger.accepted());
        bar.setExtraMessage(" 202; %d refused".formatted(ledger.refused()));
    }

    @Override
    public void close() {
        ticking.interrupt();
        show();
        bar.close();
    }
}
