package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind a proxy that ends TLS. */
@ExtendWith(OutputCaptureExtension.class)
class ProxyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.0/8, 10.0.0.5", "10.0.0.5, 127.0.0.1", "127.0.0.1", "fd00::8, ::1, 127.0.0.1"})
    void whatATrustedProxySaysOfARequestIsBelieved(String proxies, @TempDir Path folder) throws Exception {
        try (RunningServer server = start(folder, "plumbline.trusted-proxies", proxies)) {
            // The first is what the client made up, the second what the proxy saw.
            HttpResponse<String> reply = get(server, "203.0.113.9, 198.51.100.7", "https");
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(cookies(reply)).isNotEmpty().allMatch(HttpCookie::getSecure);

            fail(server, "203.0.113.9, 198.51.100.7");
            assertThat(addresses(server)).containsExactly("198.51.100.7");
        }
    }

    @Test
    void anybodyElseCanSayWhatTheyLike(@TempDir Path folder) throws Exception {
        try (RunningServer server = start(folder, "plumbline.trusted-proxies", "10.0.0.0/8")) {
            HttpResponse<String> reply = get(server, "203.0.113.9", "https");
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(cookies(reply)).isNotEmpty().noneMatch(HttpCookie::getSecure);

            fail(server, "203.0.113.9");
            assertThat(addresses(server)).containsExactly("127.0.0.1");
        }
    }

    @Test
    void everyCookieOfARequestThatCameToATrustedProxyByHttpsIsSecure(@TempDir Path folder) throws Exception {
        try (RunningServer server = start(folder, "plumbline.trusted-proxies", "127.0.0.1")) {
            HttpResponse<String> page = get(server, "203.0.113.9", "https");

            HttpResponse<String> signedIn = signIn(server, page, Browser.PASSWORD);

            assertThat(cookies(signedIn)).extracting(HttpCookie::getName).contains("SESSION", "plumbline_browser");
            assertThat(cookies(page)).allMatch(HttpCookie::getSecure);
            assertThat(cookies(signedIn)).allMatch(HttpCookie::getSecure);
        }
    }

    /** The operator's own way in on the machine itself stays open. */
    @Test
    void anHttpsAddressOfItsOwnMakesNoCookieSecureThatCameByHttp(CapturedOutput output, @TempDir Path folder)
            throws Exception {
        try (RunningServer server = start(folder, "plumbline.url", "https://plumbline.example/")) {
            HttpResponse<String> page = get(server, "203.0.113.9", "https");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();

            assertThat(cookies(page)).isNotEmpty().noneMatch(HttpCookie::getSecure);
            assertThat(cookies(signIn(server, page, Browser.PASSWORD)))
                    .extracting(HttpCookie::getName)
                    .contains("SESSION");
            assertThat(output).contains("Cookies are not kept to HTTPS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "10\\.0\\..*", "10.0.0.1 10.0.0.2"})
    void whatIsNoAddressIsRefused(String entry, @TempDir Path folder) {
        assertThatThrownBy(() -> start(folder, "plumbline.trusted-proxies", entry))
                .hasStackTraceContaining("PLUMBLINE_TRUSTED_PROXIES has an entry that is no address: " + entry);
    }

    private static RunningServer start(Path folder, String setting, String value) {
        return RunningServer.start(
                folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD, setting, value));
    }

    private static HttpResponse<String> get(RunningServer server, String from, String scheme) throws Exception {
        return send(request(server, from).header("X-Forwarded-Proto", scheme));
    }

    private static void fail(RunningServer server, String from) throws Exception {
        HttpResponse<String> page = get(server, from, "http");
        assertThat(signIn(server, page, "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login?failed"));
    }

    private static HttpResponse<String> signIn(RunningServer server, HttpResponse<String> page, String password)
            throws Exception {
        String token = page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String kept = cookies(page).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return send(request(server, "203.0.113.9, 198.51.100.7")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", kept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=admin&password=" + password.replace(' ', '+') + "&_csrf=" + token)));
    }

    private static HttpRequest.Builder request(RunningServer server, String from) {
        URI login = server.base().resolve("/login");
        return HttpRequest.newBuilder(login).header("X-Forwarded-For", from);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        }
    }

    private static List<HttpCookie> cookies(HttpResponse<String> reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .toList();
    }

    private static List<String> addresses(RunningServer server) {
        return server.bean(JdbcClient.class)
                .sql("select address from audit_event where action = 'SIGN_IN_FAILED'")
                .query(String.class)
                .list();
    }
}
