package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One window. Whatever may never happen on any page is watched from its opening on: an error or a refusal in the console, an
 * exception, a dialog that a vendor's text opened, a request to another host. {@link #close} fails where it happened.
 */
final class Visit implements AutoCloseable {

    /** Chromium writes this down of a page, which may rightly be missing; of anything else {@link #note(Response)} tells more. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";

    /** What it and htmx write down where there is no network. */
    private static final Pattern DISCONNECTED =
            Pattern.compile(".*(ERR_INTERNET_DISCONNECTED|htmx:sendError|htmx:afterRequest).*");

    /** Adds up how far what is seen was moved without anybody's doing. */
    private static final String WATCH_SHIFTS = """
            window.plumblineShift = 0;
            window.plumblineShifts = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (entry.hadRecentInput) continue;
                window.plumblineShift += entry.value;
                for (const source of entry.sources) {
                  const node = source.node?.nodeType === 1 ? source.node : source.node?.parentElement;
                  window.plumblineShifts.push(entry.value.toFixed(3) + " " + (node?.outerHTML ?? "?").slice(0, 120));
                }
              }
            }).observe({ type: "layout-shift", buffered: true });""";

    private static final String SEND = """
            ([selector, fields, action]) => {
              const form = document.querySelector(selector);
              form.noValidate = true;
              if (action) form.action = action;
              const filledIn = fields.replace("{new}", `Made ${crypto.randomUUID()}`);
              for (const [name, value] of new URLSearchParams(filledIn)) {
                const all = [...form.querySelectorAll(`[name="${name}"]`)];
                if (all[0].type === "radio") all.find((one) => one.value === value).checked = true;
                else all[0].value = value;
              }
              form.submit();
            }""";

    private final BrowserContext context;
    private final URI base;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private boolean wasOffline;

    Visit(BrowserContext context, URI base) {
        this.context = context;
        this.base = base;
        context.addInitScript(WATCH_SHIFTS);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> troubles.add("exception: " + error.error()));
        context.onRequest(this::note);
        context.onResponse(this::note);
        context.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.setDefaultTimeout(15_000);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Waits until nothing is loaded any more: lists within pages come after them. */
    Response go(String path) {
        Response response = page.navigate(path);
        awaitQuiet();
        return response;
    }

    /** Also tells whether it answers as it should. */
    void go(Place place, Stage stage) {
        String path = place.path(stage.company());
        Response response = go(path);
        if (!place.form().isEmpty()) {
            response = sendForm(place);
        }
        assertThat(response.status()).as(path).isEqualTo(place.status());
    }

    /** Whatever the browser itself would say to what is filled in: not everybody's does. */
    private Response sendForm(Place place) {
        page.evaluate("() => { window.plumblineBefore = true }");
        Response response = page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
                () -> page.evaluate(SEND, List.of(place.form(), place.fields(), place.action())));
        page.waitForFunction("() => !window.plumblineBefore && !document.querySelector('#test .state.running')");
        awaitQuiet();
        return response;
    }

    void awaitQuiet() {
        page.waitForFunction("() => document.readyState === 'complete' && !document.querySelector('.htmx-request')");
    }

    /** Cuts the network or mends it. */
    void setOffline(boolean offline) {
        wasOffline |= offline;
        context.setOffline(offline);
    }

    /** The address after the host. */
    String address() {
        return page.url().substring(base.toString().length());
    }

    /** Runs a function in the page. */
    Object ask(String function) {
        return page.evaluate(function);
    }

    /** @param pattern of the whole address after the host */
    void awaitAddress(String pattern) {
        page.waitForURL(Pattern.compile("^" + Pattern.quote(base.toString()) + pattern + "$"));
    }

    private void note(ConsoleMessage message) {
        boolean isWorth = message.type().equals("error") || message.type().equals("warning");
        boolean isOfNetwork = wasOffline && DISCONNECTED.matcher(message.text()).matches();
        if (isWorth && !isOfNetwork && !message.text().startsWith(REFUSED)) {
            troubles.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void note(Request request) {
        URI asked = URI.create(request.url().replaceFirst("[?#].*", ""));
        if (!asked.getScheme().equals("data") && !base.getAuthority().equals(asked.getAuthority())) {
            troubles.add("request to " + request.url());
        }
    }

    private void note(Response response) {
        if (response.status() >= 400 && !response.request().isNavigationRequest()) {
            troubles.add(response.status() + " for " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).as("what the browser complains of").isEmpty();
    }
}
