package epro.cli.audit;

import epro.cli.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** The services that keep audit chains, each in its own schema and signing with its own key. */
enum Chains {
    PROCESSING("EPRO_SIGNING_PUBLIC_KEY"),
    NOTIFICATION("EPRO_SIGNING_PUBLIC_KEY_NOTIFICATION"),
    NMPA("EPRO_SIGNING_PUBLIC_KEY_NMPA");

    private final String keyFile;

    Chains(String keyFile) {
        this.keyFile = keyFile;
    }

    /**
     * The one with this name.
     *
     * @throws Refused if there is none
     */
    static Chains of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused("no service '" + text + "' keeps an audit chain"));
    }

    /** As its checkpoints name it, and its schema. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where endpoints say which file holds its public key. */
    String keyFile() {
        return keyFile;
    }

    /** Whether this service has ever run here. */
    boolean areThere(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, text() + ".audit_entry");
            ResultSet row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }
}
