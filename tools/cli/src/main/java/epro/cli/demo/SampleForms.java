package epro.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The questionnaires that come with the command line: every {@code forms/*.json} among its resources. */
final class SampleForms {

    private static final String FOLDER = "/forms";

    private SampleForms() {}

    static List<SampleForm> read() throws IOException {
        URI folder = folder();
        if (!folder.getScheme().equals("jar")) {
            return in(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return in(jar.getPath(FOLDER));
        }
    }

    private static List<SampleForm> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(SampleForms::form)
                    .toList();
        }
    }

    private static SampleForm form(Path file) {
        try {
            return SampleForm.of(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    private static URI folder() {
        URL folder = SampleForms.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the command line was built without " + FOLDER);
        }
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(folder + " is no URI", e);
        }
    }
}
