package epro.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whom the services' containers run as: whoever made the files that they read, so that these need to be open to nobody else;
 * but never root, who gives the files away instead.
 */
record ContainerUser(int user, int group) {

    private static final int ROOT = 0;
    /** The user that the images have for this. */
    private static final int OF_THE_IMAGE = 10_001;

    /** @param ours a file that this process has made */
    static ContainerUser reading(Path ours) {
        int user = (int) attribute(ours, "unix:uid");
        return user == ROOT
                ? new ContainerUser(OF_THE_IMAGE, OF_THE_IMAGE)
                : new ContainerUser(user, (int) attribute(ours, "unix:gid"));
    }

    /** Puts a file there that this user may read, and nobody else. */
    void write(Path file, String text) {
        PrivateFiles.write(file, text);
        try {
            if ((int) attribute(file, "unix:uid") == ROOT) {
                Files.setAttribute(file, "unix:gid", group);
                Files.setAttribute(file, "unix:uid", user);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object attribute(Path file, String name) {
        try {
            return Files.getAttribute(file, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Compose's {@code user} wants it. */
    String text() {
        return user + ":" + group;
    }
}
