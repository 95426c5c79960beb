package epro.notification;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how often a thread of the service asks the database for something; a batch of rows is asked for once. */
public final class CountedStatements implements BeanPostProcessor {
    private static final ThreadLocal<Integer> ASKED = ThreadLocal.withInitial(() -> 0);
    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "createStatement");

    /** How often this thread asks while it does this. */
    public static int during(Runnable work) {
        int before = ASKED.get();
        work.run();
        return ASKED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection(), Connection.class);
        }
    }

    private static <T> T counted(T target, Class<T> type) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments));
        return type.cast(proxy);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
            ASKED.set(ASKED.get() + 1);
        }
        try {
            Object answer = method.invoke(target, arguments);
            return STATEMENTS.contains(method.getName())
                    ? counted((Statement) answer, method.getReturnType().asSubclass(Statement.class))
                    : answer;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
