package epro.processing.tables;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Has every prepared statement of a service explained, with the values that it is about to be sent with, and a page of a list tried
 * out too.
 */
final class Plans implements BeanPostProcessor {
    private static final Pattern EXPLAINABLE =
            Pattern.compile("\\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PAGE = Pattern.compile("SELECT\\b.* LIMIT \\d+", Pattern.DOTALL);

    private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();

    /** Of what was asked since it was forgotten last. */
    List<Plan> all() {
        return List.copyOf(plans);
    }

    void forget() {
        plans.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource target ? new Explaining(target) : bean;
    }

    private final class Explaining extends DelegatingDataSource {
        Explaining(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, (_, method, arguments) -> {
                Object result = call(connection, method, arguments);
                return result instanceof PreparedStatement asked
                                && EXPLAINABLE.matcher((String) arguments[0]).matches()
                        ? explained(connection, asked, (String) arguments[0])
                        : result;
            });
        }
    }

    private PreparedStatement explained(Connection connection, PreparedStatement asked, String sql)
            throws SQLException {
        PreparedStatement explain = connection.prepareStatement(
                "EXPLAIN (FORMAT JSON%s) ".formatted(PAGE.matcher(sql).matches() ? ", ANALYZE" : "") + sql);
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            String name = method.getName();
            if (name.equals("close") || (name.startsWith("set") && method.getParameterCount() > 1)) {
                call(explain, method, arguments);
            } else if (name.startsWith("execute") && !name.endsWith("Batch")) {
                keep(explain, sql);
            }
            return call(asked, method, arguments);
        });
    }

    private void keep(PreparedStatement explain, String sql) throws SQLException {
        try (ResultSet plan = explain.executeQuery()) {
            plan.next();
            plans.add(Plan.of(sql, plan.getString(1)));
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
