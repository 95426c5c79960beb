package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database keeps what it confirms. */
record SettingsCheck(DataSource dataSource, Progress progress) {

    private static final String OFF = """
            SELECT name, setting FROM pg_settings
            WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off' ORDER BY name""";

    void run() throws SQLException {
        progress.stage("settings");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OFF);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String detail = "is " + row.getString("setting") + ": what is confirmed may be lost with the power";
                progress.found(Code.UNSAFE_SETTING, row.getString("name"), detail);
            }
        }
    }
}
