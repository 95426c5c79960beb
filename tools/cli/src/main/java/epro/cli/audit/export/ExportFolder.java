package epro.cli.audit.export;

import epro.cli.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An export that lies in a folder. */
public final class ExportFolder implements CheckpointSource {

    private final Path folder;
    private final Manifest manifest;

    private ExportFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens it.
     *
     * @throws Refused if no whole export of a known format lies there
     */
    public static ExportFolder open(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refused(folder + " holds no whole audit export: there is no " + Manifest.FILE);
        }
        try {
            Manifest manifest = JsonMapper.shared().readValue(Files.readString(file), Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new Refused("%s is of format %s; this program reads %s"
                        .formatted(file, manifest.format(), Manifest.FORMAT));
            }
            names(manifest).forEach(name -> requireWithin(folder, name));
            return new ExportFolder(folder, manifest);
        } catch (JacksonException | NullPointerException e) {
            throw new Refused(file + " is no manifest of an audit export: " + e.getMessage());
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public ExportedChains chains(Manifest.Service service) {
        return new ExportedChains(folder, service.lanes());
    }

    @Override
    public void read(Reader reader) throws SQLException, InterruptedException {
        try (LineReader<CheckpointLine> lines =
                new LineReader<>(folder, manifest.checkpoints(), CheckpointLine.class)) {
            for (CheckpointLine line = lines.next(); line != null; line = lines.next()) {
                Long offset = line.offset();
                reader.accept(offset == null ? 0 : offset, Optional.ofNullable(line.checkpoint()));
            }
        }
    }

    /**
     * A file that is not what the manifest says.
     *
     * @param code {@code file-missing} or {@code file-altered}
     */
    public record Damage(String file, String code) {}

    /** Holds every file against the manifest. */
    public List<Damage> damages() throws IOException {
        List<Damage> damages = new ArrayList<>();
        for (FileFacts facts : manifest.files()) {
            if (!Files.isRegularFile(folder.resolve(facts.file()))) {
                damages.add(new Damage(facts.file(), "file-missing"));
            } else if (!sha256(folder.resolve(facts.file())).equals(facts.sha256())) {
                damages.add(new Damage(facts.file(), "file-altered"));
            }
        }
        return damages;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = LineWriter.sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<String> names(Manifest manifest) {
        return Stream.of(
                        Stream.of(manifest.checkpoints()),
                        manifest.files().stream().map(FileFacts::file),
                        manifest.services().stream()
                                .flatMap(service -> service.lanes().stream())
                                .map(Manifest.Lane::file))
                .flatMap(names -> names);
    }

    private static void requireWithin(Path folder, String name) {
        Path inside = folder.toAbsolutePath().normalize();
        if (!inside.resolve(name).normalize().startsWith(inside)) {
            throw new Refused("the manifest names a file outside of the export: " + name);
        }
    }
}
