package epro.cli.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The git work tree that the commands were built from, as git tells of it. */
record WorkTree(Path root) {

    /** Null where there is no commit, or no git. */
    @Nullable
    String commit() {
        return git("rev-parse", "--verify", "--quiet", "HEAD")
                .filter(commit -> !commit.isEmpty())
                .orElse(null);
    }

    /** Nothing changed, nothing added; false as well where git can't say. */
    boolean clean() {
        return commit() != null
                && git("status", "--porcelain").map(String::isEmpty).orElse(false);
    }

    private Optional<String> git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
