package epro.stack;

import epro.stack.process.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A mail server that takes every mail for every address and passes none on: GreenMail, in memory. Over HTTP it shows what
 * it has, {@code GET /api/user} and {@code GET /api/user/ADDRESS/messages/}.
 */
final class MailSink {

    private static final int HEAP_MIB = 96;

    private final Path jar;
    private final Site site;

    MailSink(Workspace workspace, Site site) {
        this.jar = workspace.mailSinkJar();
        this.site = site;
    }

    Recipe recipe(Path log) {
        List<String> rest = List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.auth.disabled",
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + site.ports().of(Part.SMTP),
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + site.ports().sideOf(Part.SMTP),
                "-jar",
                jar.toString());
        return Recipe.of(
                Part.SMTP.text(),
                Jvm.command(HEAP_MIB, rest),
                Map.of(),
                log,
                new HttpProbe(site.management(Part.SMTP).resolve("/api/service/readiness")));
    }
}
