package io.plumbline.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** The server to look at and the browser to look with. Used by one thread at a time. */
final class Stage implements AutoCloseable {

    /** Of every window; another than the server's, and without summer time. */
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Company company;
    private final Chromium chromium;
    private final String signedIn;

    private Stage(Company company, Chromium chromium) {
        this.company = company;
        this.chromium = chromium;
        this.signedIn = signIn(chromium.browser(), company.base());
    }

    static Stage open() {
        Company company = Company.found();
        try {
            return new Stage(company, Chromium.launch());
        } catch (RuntimeException | Error e) {
            company.close();
            throw e;
        }
    }

    Company company() {
        return company;
    }

    /** A new window of somebody who has signed in. */
    Visit visit(Width width) {
        return visit(width, options -> options);
    }

    Visit visit(Width width, UnaryOperator<NewContextOptions> more) {
        return stranger(width, options -> more.apply(options.setStorageState(signedIn)));
    }

    /** A new window of somebody who has not. */
    Visit stranger(Width width, UnaryOperator<NewContextOptions> more) {
        return elsewhere(company.base(), width, more);
    }

    /** Likewise, at another server. */
    Visit elsewhere(URI base, Width width, UnaryOperator<NewContextOptions> more) {
        NewContextOptions options = new NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(width.pixels(), width.height())
                .setLocale("en-GB")
                .setTimezoneId(ZONE.getId())
                .setReducedMotion(ReducedMotion.REDUCE); // nothing is looked at half way from one colour to another
        return new Visit(chromium.browser().newContext(more.apply(options)), base);
    }

    /** Once for all visits, since a password takes its time on purpose. @return the cookies, as the browser keeps them */
    private static String signIn(Browser browser, URI base) {
        try (BrowserContext context = browser.newContext(new NewContextOptions().setBaseURL(base.toString()))) {
            Page page = context.newPage();
            page.navigate("/login");
            SignInForm.fill(page);
            page.waitForURL(base.resolve("/").toString());
            return context.storageState();
        }
    }

    @Override
    public void close() {
        try (company;
                chromium) {
            // both, whatever the first one says
        }
    }
}
