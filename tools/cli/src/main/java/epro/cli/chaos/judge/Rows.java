package epro.cli.chaos.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what one statement returns. */
final class Rows {

    private Rows() {}

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param parameters texts, in their order */
    static <T> List<T> of(Connection connection, String sql, Reader<T> reader, String... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                query.setString(index + 1, parameters[index]);
            }
            return of(query, reader);
        }
    }

    static <T> List<T> of(PreparedStatement query, Reader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        ResultSet row = query.executeQuery();
        while (row.next()) {
            read.add(reader.read(row));
        }
        return read;
    }
}
