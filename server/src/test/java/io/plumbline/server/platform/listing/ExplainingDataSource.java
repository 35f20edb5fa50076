package io.plumbline.server.platform.listing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has PostgreSQL explain every query before it runs, on the same connection, with the same parameters and settings: what is seen
 * is what the product asks, not what a test believes it asks. For one thread.
 */
public final class ExplainingDataSource extends DelegatingDataSource {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Plan> plans = new ArrayList<>();

    public ExplainingDataSource(DataSource database) {
        super(database);
    }

    /** Those made since they were last taken. */
    public List<Plan> takePlans() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement && isQuery((String) arguments[0])
                    ? explaining(statement, connection, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement explaining(PreparedStatement statement, Connection connection, String sql) {
        List<Setter> setters = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                setters.add(other -> method.invoke(other, arguments));
            }
            if (method.getName().startsWith("execute")) {
                plans.add(explain(connection, sql, setters));
            }
            return method.invoke(statement, arguments);
        });
    }

    private static Plan explain(Connection connection, String sql, List<Setter> setters)
            throws SQLException, ReflectiveOperationException {
        try (PreparedStatement explain = connection.prepareStatement("explain (format json) " + sql)) {
            for (Setter setter : setters) {
                setter.set(explain);
            }
            try (ResultSet row = explain.executeQuery()) {
                row.next();
                return new Plan(sql, JSON.readTree(row.getString(1)).get(0).get("Plan"));
            }
        }
    }

    private static boolean isQuery(String sql) {
        String start = sql.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("with");
    }

    @FunctionalInterface
    private interface Setter {
        void set(PreparedStatement statement) throws ReflectiveOperationException;
    }

    @FunctionalInterface
    private interface Behaviour {
        Object call(Method method, Object[] arguments) throws SQLException, ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return behaviour.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
