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

    /** Those of the data folder; a role that it does not know yet is given one. */
    static Passwords in(Path data) {
        Path file = data.resolve("database-passwords");
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            PrivateFiles.read(file)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> known.put(pair[0], pair[1]));
        }
        if (Stream.of(DatabaseRole.values()).map(DatabaseRole::text).anyMatch(role -> !known.containsKey(role))) {
            addMissing(known);
            PrivateFiles.write(file, text(known));
        }
        return new Passwords(known);
    }

    private static void addMissing(Map<String, String> known) {
        for (DatabaseRole role : DatabaseRole.values()) {
            known.putIfAbsent(role.text(), fresh());
        }
    }

    /** A password that nobody has yet. */
    static String fresh() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String text(Map<String, String> passwords) {
        return passwords.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
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
