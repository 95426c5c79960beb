package epro.cli.tables;

import epro.cli.Output;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./epro tables}. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Writes the tables in docs anew from what is recorded in docs/evidence.")
public final class TablesCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        Path root = Workspace.find().root();
        List<String> changed = new ArrayList<>();
        for (DocumentTable table : DocumentTable.ALL) {
            if (!table.present(root).equals(table.expected(root))) {
                table.write(root);
                changed.add(table.evidence());
            }
        }
        output.result(
                Map.of("changed", changed),
                changed.isEmpty() ? "Everything is as it is recorded." : "Written anew: " + String.join(", ", changed));
        return 0;
    }
}
