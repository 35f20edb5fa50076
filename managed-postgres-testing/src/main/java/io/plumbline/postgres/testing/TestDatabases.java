package io.plumbline.postgres.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases, each in a fraction of a second. The server behind them starts with the first and ends with the JVM, however
 * that ends. It promises nothing about power cuts, which is what makes it quick. Thread-safe.
 *
 * <p>Every session has the time zone {@value #SESSION_TIME_ZONE}, whatever the JVM's is and the driver asks for: SQL that
 * depends on a session's time zone gives itself away.
 */
public final class TestDatabases {

    /** Neither UTC nor the build's, and three quarters of an hour off every full one. */
    public static final String SESSION_TIME_ZONE = "Pacific/Chatham";

    /** Fills a database that others will be copied from. */
    @FunctionalInterface
    public interface Preparation {
        void prepare(TestDatabase database) throws Exception;
    }

    private static final String EMPTY = "template_of_tests";

    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** An empty database. */
    public static TestDatabase create() {
        return copyOf(EMPTY);
    }

    /**
     * A copy of the database that {@code preparation} filled. That is done once per JVM and template name, usually to run
     * the migration. Connections it leaves open are cut.
     */
    public static TestDatabase createFromTemplate(String templateName, Preparation preparation) {
        return copyOf(TEMPLATES.computeIfAbsent(templateName, _ -> prepare(preparation)));
    }

    private static String prepare(Preparation preparation) {
        TestDatabase template = create();
        try {
            preparation.prepare(template);
        } catch (Exception e) {
            template.close();
            throw new IllegalStateException("The template of test databases could not be prepared", e);
        }
        TestServer.running()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + template.name()
                        + "'");
        return template.name();
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        TestServer server = TestServer.running();
        server.execute("create database " + name + " template " + template + " owner " + server.user());
        return new TestDatabase(name, server.jdbcUrl(name), server.user(), server.password());
    }

    static void drop(String name) {
        TestServer.running().execute("drop database if exists " + name + " with (force)");
    }

    /** Called once, when the server has started. */
    static void makeEmptyTemplate(TestServer server) {
        server.execute("create database " + EMPTY);
        // In a schema of its own, because migrations want an empty public one.
        // The driver asks for the JVM's time zone when it connects, which a database's default cannot override.
        server.executeIn(EMPTY, """
                create schema testing;
                create function testing.session_time_zone() returns event_trigger language plpgsql as $$
                begin
                  perform set_config('TimeZone', '%s', false);
                end $$;
                create event trigger session_time_zone on login execute function testing.session_time_zone();
                """.formatted(SESSION_TIME_ZONE));
    }
}
