package io.plumbline.e2e.browser;

import com.microsoft.playwright.Page;
import io.plumbline.e2e.Api;
import io.plumbline.e2e.ServerProcess;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A server with nothing in it, and a tenant that it may be connected to. */
final class NewServer implements AutoCloseable {

    static final TenantOptions OPTIONS = TenantOptions.defaults().withEndpoints(300);

    private final Path folder;
    private final SimulatedTenant tenant;
    private final ServerProcess server;

    private NewServer(Path folder, SimulatedTenant tenant, ServerProcess server) {
        this.folder = folder;
        this.tenant = tenant;
        this.server = server;
    }

    static NewServer start() {
        try {
            Path folder = Files.createTempDirectory("plumbline-new");
            SimulatedTenant tenant = SimulatedTenant.start(OPTIONS);
            tenant.console().behaviour().requestsPerSecond(0);
            ServerProcess server = new ServerProcess(folder.resolve("data"))
                    .with("PLUMBLINE_ADMIN_PASSWORD", Company.PASSWORD)
                    .start();
            return new NewServer(folder, tenant, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI base() {
        return server.base();
    }

    Api api() {
        return server.api();
    }

    String address() {
        return tenant.url().toString();
    }

    TenantConsole console() {
        return tenant.console();
    }

    /** Fills in how the tenant is reached, as somebody who has its console open. */
    void fillInConnection(Page page, String key) {
        page.getByLabel("FQDN").fill(address());
        page.getByLabel("API key", new Page.GetByLabelOptions().setExact(true)).fill(key);
        page.getByLabel("API key ID").fill(OPTIONS.standardKeyId());
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
