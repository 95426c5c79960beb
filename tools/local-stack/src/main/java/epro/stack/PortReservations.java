package epro.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Ports that this process has chosen and perhaps not opened yet, so that stacks which start in the same second choose others.
 *
 * <p>One byte of a file for each port, locked until the process ends, however it ends. The file stays open as long: to close it
 * anywhere would give all its locks up.
 */
final class PortReservations {

    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "epro-ports");
    private static final @Nullable FileChannel CHANNEL = open();

    private PortReservations() {}

    /** Whether the port is ours now. Without the file, such as another user's, nobody is asked. */
    static boolean take(int port) {
        if (CHANNEL == null) {
            return true;
        }
        try {
            return CHANNEL.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static @Nullable FileChannel open() {
        try {
            return FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            return null;
        }
    }
}
