package epro.notification;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database with many alerts, as one connection sees it until it rolls back, which tells how it would answer each query. */
public final class Plans implements AutoCloseable {
    private static final String ALERTS = """
        INSERT INTO alert (alert_id, ae_id, case_number, lead_id, patient_key, submission_key, study_id, site_id, patient_id,
            term_system, term_code, detected_at, created_at, state, revision, urgency, evidence, withdrawn, raised,
            acknowledged_at, acknowledged_by, changes)
        SELECT id, gen_random_uuid(), 'MANY-' || n, id, gen_random_uuid(), gen_random_uuid(), 'MANY-' || n % 10, 'SITE-' || n % 200,
            'P', 'S', 'T' || n % 50, time, time, CASE WHEN n % 100 = 0 THEN 'NOTIFIED' ELSE 'CLOSED' END, 1,
            (ARRAY['EMERGENCY', 'URGENT', 'ROUTINE', 'ROUTINE', 'ROUTINE'])[1 + n % 5],
                '{"levels": {}, "sources": [], "findings": []}', false, false,
            CASE WHEN n % 100 = 0 THEN NULL ELSE time END, 'crc', 1
        FROM (SELECT n, gen_random_uuid() AS id, now() - n * interval '1 minute' AS time FROM generate_series(1, 50000) AS n)\
        """;
    private static final String DELIVERIES = """
        INSERT INTO delivery (delivery_id, alert_id, channel, contact_id, occasion, recipient, language, address, state, attempts,
            urgency, created_at, at)
        SELECT gen_random_uuid(), alert_id, 'in-app', 'default', 'revision-1', 'D', 'en', '', 'DELIVERED', 1, urgency, created_at,
            created_at
        FROM alert WHERE case_number LIKE 'MANY-%'\
        """;
    private static final String CHANGES = """
        INSERT INTO alert_change (number, alert_id, sequence, at, actor, action, state, urgency, revision)
        SELECT 1000000000 + row_number() OVER (), alert_id, 1, created_at, 'service', 'DETECTED', 'DETECTED', urgency, 1
        FROM alert WHERE case_number LIKE 'MANY-%'\
        """;

    private final Connection connection;
    private final List<String> lines = new ArrayList<>();

    private Plans(Connection connection) {
        this.connection = connection;
    }

    public static Plans ofManyAlerts() throws SQLException {
        Plans plans = new Plans(RunningNotification.superuserConnection());
        plans.connection.setAutoCommit(false);
        try (var statement = plans.connection.createStatement()) {
            for (String sql : List.of(ALERTS, DELIVERIES, CHANGES, "ANALYZE alert, delivery, alert_change")) {
                statement.execute(sql);
            }
        }
        return plans;
    }

    /** Its queries are explained before they are asked. */
    public JdbcClient jdbc() {
        Connection explaining = proxy(Connection.class, this::prepared);
        return JdbcClient.create(new SingleConnectionDataSource(explaining, true));
    }

    /** Whatever was asked before does not count. */
    public void forget() {
        lines.clear();
    }

    /** How all queries since then were answered. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private Object prepared(Object self, Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("prepareStatement")) {
            return call(connection, method, arguments);
        }
        PreparedStatement asked = connection.prepareStatement((String) arguments[0]);
        PreparedStatement explained = connection.prepareStatement("EXPLAIN " + arguments[0]);
        return proxy(PreparedStatement.class, (_, called, values) -> {
            if (called.getName().startsWith("set")) {
                call(explained, called, values);
            } else if (called.getName().equals("executeQuery")) {
                explain(explained);
            }
            return call(asked, called, values);
        });
    }

    private void explain(PreparedStatement explained) throws SQLException {
        try (ResultSet plan = explained.executeQuery()) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
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
