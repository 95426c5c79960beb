package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramsTest {

    @TempDir
    private Path root;

    private Path jar = Path.of("");

    @BeforeEach
    void build() throws IOException {
        Path folder = Files.createDirectories(root.resolve("intake-service/target/unpacked"));
        jar = folder.resolve("intake-service-exec.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "epro.Main");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    @Test
    void areTheServicesJars() {
        assertThat(programs(Map.of()).arguments(Part.INTAKE)).containsExactly("-jar", jar.toString());
    }

    @Test
    void findOtherClassesBeforeThoseOfTheJar() {
        Path classes = root.resolve("other");

        assertThat(programs(Map.of(Part.INTAKE, classes)).arguments(Part.INTAKE))
                .containsExactly("-cp", classes + File.pathSeparator + jar, "epro.Main");
    }

    private ServicePrograms programs(Map<Part, Path> classesBefore) {
        return new ServicePrograms(new Workspace(root), classesBefore);
    }
}
