package io.plumbline.demo;

import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** {@code ./plumbline demo}: runs until it is told to stop, and takes the server with it. */
public final class DemoMain {

    private static final int ENDPOINTS = 800;
    private static final int CVES = 1_400;
    private static final int HOSTS_PER_CVE = 14;
    private static final int DEFAULT_PORT = 8080;
    private static final Duration WINDOW = Duration.ofDays(30);

    private DemoMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run();
        } catch (IllegalStateException told) {
            System.err.println("plumbline: " + told.getMessage());
            System.exit(1);
        }
    }

    private static void run() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("plumbline.root", "."));
        TenantOptions options =
                TenantOptions.defaults().withEndpoints(ENDPOINTS).withCves(CVES).withHostsPerCve(HOSTS_PER_CVE);
        int port = port();
        String token = token();
        try (SimulatedTenant tenant = SimulatedTenant.start(options);
                DemoServer server = DemoServer.start(root, port, token)) {
            DemoApi api = new DemoApi(URI.create("http://127.0.0.1:" + port), token);
            server.awaitHealth(api);
            Demo demo = new Demo(api, System.out);
            String connector = demo.connect(tenant.url(), options);
            demo.watchSync(connector);
            demo.compare(
                    connector,
                    tenant.console().endpoints().count(),
                    tenant.console().cves().distinctPairs(WINDOW));
            demo.invite(tenant.url(), connector, token);
            server.awaitEnd();
        }
    }

    /** The port asked for; else the usual one, or any that is free where that is taken. */
    private static int port() throws IOException {
        String asked = System.getenv("PLUMBLINE_PORT");
        if (asked != null) {
            return Integer.parseInt(asked);
        }
        try (ServerSocket socket = new ServerSocket(DEFAULT_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    private static String token() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return "demo-" + HexFormat.of().formatHex(bytes);
    }
}
