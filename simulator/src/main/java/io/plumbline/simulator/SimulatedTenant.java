package io.plumbline.simulator;

import io.plumbline.simulator.console.ConsoleApi;
import io.plumbline.simulator.data.TenantData;
import io.plumbline.simulator.http.Handler;
import io.plumbline.simulator.http.HttpListener;
import io.plumbline.simulator.vendor.VendorApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** A running tenant. Thread-safe. */
public final class SimulatedTenant implements AutoCloseable {

    private final HttpListener listener;
    private final TenantConsole console;

    private SimulatedTenant(HttpListener listener, TenantConsole console) {
        this.listener = listener;
        this.console = console;
    }

    /**
     * Starts a tenant on the loopback interface.
     *
     * @throws UncheckedIOException where the port is taken
     */
    public static SimulatedTenant start(TenantOptions options) {
        var clock = new TenantClock(options.clock());
        var movable = options.withClock(clock);
        var data = new TenantData(movable);
        var vendor = new VendorApi(movable, data);
        var console = TenantConsole.of(data, vendor, clock);
        var api = new ConsoleApi(console);
        Handler both = request -> api.answers(request) ? api.handle(request) : vendor.handle(request);
        try {
            return new SimulatedTenant(HttpListener.start(options.port(), console.clock(), both), console);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + options.port() + " cannot be listened on: " + e.getMessage(), e);
        }
    }

    /** The address that a connector takes for the tenant's FQDN, such as {@code http://127.0.0.1:40123}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    public TenantConsole console() {
        return console;
    }

    /** Stops listening and breaks off what is being answered. */
    @Override
    public void close() {
        listener.close();
    }
}
