package epro.processing.storing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every statement that is sent through its connections; each element of a JDBC batch counts as one. */
final class CountedStatements extends DelegatingDataSource {
    private final List<String> statements = new ArrayList<>();

    CountedStatements(DataSource target) {
        super(target);
    }

    /** What was sent so far, in order. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        return wrapped(Connection.class, super.getConnection(), "");
    }

    private <T> T wrapped(Class<T> type, T target, String sql) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            String name = method.getName().toLowerCase(Locale.ROOT);
            if ((name.startsWith("execute") && !name.equals("executebatch")) || name.equals("addbatch")) {
                statements.add(arguments.length > 0 ? arguments[0].toString() : sql);
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof PreparedStatement prepared
                        ? wrapped(PreparedStatement.class, prepared, arguments[0].toString())
                        : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
        return type.cast(proxy);
    }
}
