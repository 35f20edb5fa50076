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
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

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
        DemoFolder folder = new DemoFolder(
                root,
                Path.of(System.getProperty(
                        "plumbline.demo", root.resolve("demo-data").toString())));
        TenantOptions options =
                TenantOptions.defaults().withEndpoints(ENDPOINTS).withCves(CVES).withHostsPerCve(HOSTS_PER_CVE);
        int port = port();
        String token = token();
        boolean again = folder.hasHistory();
        if (!again) {
            folder.empty();
        }
        Instant today = Instant.now();
        try (SimulatedTenant tenant = SimulatedTenant.start(options)) {
            DemoClock clock = new DemoClock(tenant.console().clock(), folder.clockFile(), today);
            clock.setDaysAgo(again ? 0 : Story.DAYS);
            Story story = new Story(tenant.console());
            story.begin(today.minus(Duration.ofDays(Story.DAYS)));
            try (DemoServer server = DemoServer.start(folder, port, token)) {
                DemoApi api = new DemoApi(URI.create("http://127.0.0.1:" + port), token);
                server.awaitHealth(api);
                Demo demo = new Demo(api, System.out);
                String connector = again
                        ? resume(demo, story, tenant, options)
                        : live(demo, story, clock, demo.create(tenant.url(), options));
                clock.release();
                if (!again) {
                    demo.schedule(connector);
                    folder.keepHistory();
                }
                demo.compare(
                        connector,
                        tenant.console().endpoints().count(),
                        tenant.console().cves().distinctPairs(WINDOW));
                demo.invite(tenant.url(), connector, token, DemoServer.PASSWORD);
                server.awaitEnd();
            }
        }
    }

    /** Day by day, with a sync each: nothing in the inventory is written but by syncing. */
    private static String live(Demo demo, Story story, DemoClock clock, String connector)
            throws IOException, InterruptedException {
        System.out.println("Living through " + Story.DAYS + " days, with a sync each ...");
        for (int daysAgo = Story.DAYS - 1; daysAgo >= 0; daysAgo--) {
            clock.setDaysAgo(daysAgo);
            story.day(daysAgo);
            boolean outage = Story.isOutage(daysAgo);
            if (outage) {
                story.beginOutage();
            }
            JsonNode sync = demo.sync(connector);
            if (outage) {
                story.endOutage();
            } else if (!sync.get("status").asString().equals("SUCCEEDED")) {
                throw new IllegalStateException("A sync did not succeed: " + sync.get("error"));
            }
            System.out.println("  " + DemoDay.of(daysAgo, sync));
        }
        return connector;
    }

    /** The tenant's part of the story is told again, the inventory has lived through it already. */
    private static String resume(Demo demo, Story story, SimulatedTenant tenant, TenantOptions options)
            throws IOException, InterruptedException {
        for (int daysAgo = Story.DAYS - 1; daysAgo >= 0; daysAgo--) {
            story.day(daysAgo);
        }
        String connector = demo.find()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The demonstration's connector has been deleted. Remove the folder demo-data to start afresh."));
        demo.pointAt(connector, tenant.url(), options);
        return connector;
    }

    /** The port asked for; else the usual one, or any that is free where that is taken. */
    private static int port() {
        String asked = System.getenv("PLUMBLINE_PORT");
        if (asked != null) {
            return free(Integer.parseInt(asked))
                    .orElseThrow(() -> new IllegalStateException(
                            "Port " + asked + " is taken. Set PLUMBLINE_PORT to a free one, or leave it out."));
        }
        OptionalInt usual = free(DEFAULT_PORT);
        return usual.isPresent() ? usual.getAsInt() : free(0).orElseThrow();
    }

    /** @param port 0: any */
    private static OptionalInt free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException taken) {
            return OptionalInt.empty();
        }
    }

    private static String token() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return "demo-" + HexFormat.of().formatHex(bytes);
    }
}
