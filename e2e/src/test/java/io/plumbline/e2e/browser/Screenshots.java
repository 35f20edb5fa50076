package io.plumbline.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** No test: {@code ./plumbline screenshots} takes the README's pictures with it, of a demonstration that it makes and ends. */
@BrowserTest
@EnabledIfSystemProperty(named = "plumbline.screenshots", matches = ".+")
class Screenshots {

    private static final String PASSWORD = "plumbline-demo";
    private static final String READY = "Ctrl-C ends it.";

    /** LIGHT's name the driver would write in small letters of the tests' language, Turkish: "lıght". */
    private static final ColorScheme LIGHT = ColorScheme.NO_PREFERENCE;

    /** What fixed the critical findings of servers. */
    private static final String FIXED = "/findings?state=FIXED&severity=CRITICAL&endpointType=AGENT_TYPE_SERVER";

    private final Path folder = Path.of(System.getProperty("plumbline.screenshots", "."));

    @Test
    void takeThem(@TempDir Path data) throws IOException, InterruptedException {
        int port = freePort();
        Process demo = demo(port, data.resolve("demo"));
        try (Chromium chromium = Chromium.launch()) {
            URI base = URI.create("http://127.0.0.1:" + port);
            awaitReady(demo);
            take(chromium.browser(), base, LIGHT, "/", "dashboard");
            take(chromium.browser(), base, ColorScheme.NO_PREFERENCE, FIXED, "findings");
            take(chromium.browser(), base, ColorScheme.DARK, "/assets?sort=-exposure", "assets");
            take(chromium.browser(), base, LIGHT, "/connectors/1/syncs", "syncs");
            take(chromium.browser(), base, ColorScheme.DARK, "/connectors/new?type=cortex-xdr", "connector");
        } finally {
            demo.destroy();
            if (!demo.waitFor(1, TimeUnit.MINUTES)) {
                demo.destroyForcibly();
            }
        }
    }

    private void take(Browser browser, URI base, ColorScheme scheme, String path, String name) {
        NewContextOptions options = new NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(1280, 800)
                .setColorScheme(scheme)
                .setLocale("en-GB");
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.navigate("/login");
            page.getByLabel("User name").fill("admin");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByText("Sign in").click();
            page.waitForURL(base.resolve("/").toString());
            page.navigate(path);
            page.waitForFunction(
                    "() => document.readyState === 'complete' && !document.querySelector('.htmx-request')");
            page.screenshot(new ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        }
    }

    private static Process demo(int port, Path data) throws IOException {
        Path root = Path.of(System.getProperty("plumbline.root")).normalize();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                root.resolve("simulator/target/plumbline-simulator.jar").toString(),
                "-Dplumbline.root=" + root,
                "-Dplumbline.demo=" + data,
                "io.plumbline.demo.DemoMain");
        builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
        builder.environment().put("PLUMBLINE_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true).start();
    }

    private static void awaitReady(Process demo) throws IOException {
        BufferedReader output = demo.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            System.out.println(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the demonstration ended before it was ready");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
