package io.plumbline.server.application;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server inside the test's process, on a port and a database of its own. */
public final class RunningServer implements AutoCloseable {

    public static final String TOKEN = "test-token-0123456789-0123456789-0123456789";

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    public static RunningServer start(Path dataFolder) {
        return start(dataFolder, Map.of());
    }

    /** @param properties such as {@code plumbline.allowed-hosts}, which go before the usual ones */
    public static RunningServer start(Path dataFolder, Map<String, String> properties) {
        TestDatabase database = MigratedDatabase.create();
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "plumbline.data", dataFolder.toString(),
                "plumbline.port", "0",
                "plumbline.admin-token", TOKEN,
                "plumbline.allowed-hosts", "127.0.0.1",
                "plumbline.database-url", database.jdbcUrl(),
                "plumbline.database-user", database.user(),
                "plumbline.database-password", database.password()));
        all.putAll(properties);
        String[] arguments = all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try {
            return new RunningServer(database, PlumblineServer.start(arguments));
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** A bean of the running server, for what no call shows. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Likewise, where there are several of the type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** All beans of a type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base().resolve(path)).header("Authorization", "Bearer " + TOKEN));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        context.close();
        database.close();
    }
}
