package epro.processing.proof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds columns of rows to a statement, each as an array of texts. Those go to the server as they are; of an array of anything
 * else the driver makes one long text first, which the server takes apart again.
 */
public record TextArrays<T>(PreparedStatement statement, Collection<T> rows) {

    public void set(int parameter, Function<T, @Nullable Object> column) throws SQLException {
        String[] texts = rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", texts));
    }
}
