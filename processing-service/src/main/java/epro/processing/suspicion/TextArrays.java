package epro.processing.suspicion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds a column of rows as an array of texts: those go to the server as they are, an array of anything else is written out first. */
record TextArrays<T>(Connection connection, PreparedStatement statement, List<T> rows) {

    void set(int parameter, Function<T, Object> column) throws SQLException {
        String[] texts = rows.stream().map(column).map(Object::toString).toArray(String[]::new);
        statement.setArray(parameter, connection.createArrayOf("text", texts));
    }
}
