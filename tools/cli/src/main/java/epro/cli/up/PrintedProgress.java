package epro.cli.up;

import epro.cli.Output;
import epro.stack.Part;
import epro.stack.Progress;
import java.time.Duration;

/** Prints how a stack comes up, a line a part. */
public record PrintedProgress(Output output) implements Progress {

    @Override
    public void ready(Part part, Duration took) {
        output.progress("  %-10s  ready after %.1f s".formatted(part.text(), took.toMillis() / 1000.0));
    }

    @Override
    public void note(String sentence) {
        output.progress("  " + sentence);
    }
}
