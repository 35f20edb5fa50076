package io.plumbline.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's Chromium without a window. Nothing is downloaded, and it asks nobody for anything by itself. */
record Chromium(Playwright driver, Browser browser) implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static Chromium launch() {
        Playwright driver =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = driver.chromium()
                    .launch(new LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
            return new Chromium(driver, browser);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    private static Path program() {
        return Path.of(Optional.ofNullable(System.getenv("PLUMBLINE_TEST_CHROMIUM"))
                .filter(path -> !path.isEmpty())
                .orElse("/usr/bin/chromium"));
    }

    @Override
    public void close() {
        driver.close();
    }
}
