package epro.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of the database's roles: made once for a data folder, kept in it. */
final class Passwords {

    private static final int BYTES = 18;

    private final Map<String, String> byRole;

    private Passwords(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    static Passwords in(Path data) {
        Path file = data.resolve("database-passwords");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, fresh());
        }
        return new Passwords(PrivateFiles.read(file)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first, TreeMap::new)));
    }

    private static String fresh() {
        SecureRandom random = new SecureRandom();
        return Stream.of(DatabaseRole.values())
                .map(role -> {
                    byte[] secret = new byte[BYTES];
                    random.nextBytes(secret);
                    return role.text() + "=" + HexFormat.of().formatHex(secret) + "\n";
                })
                .collect(Collectors.joining());
    }

    String of(DatabaseRole role) {
        String password = byRole.get(role.text());
        if (password == null) {
            throw new StackFailure("The data folder knows no password for the database role " + role.text() + ".");
        }
        return password;
    }
}
