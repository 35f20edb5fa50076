package io.plumbline.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST API with a token, and reads pages as somebody who is signed in. */
final class Client {

    static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI base;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Client(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    boolean healthy() throws InterruptedException {
        try {
            return http.send(request("/health").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return answer(withToken(path).build());
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return answer(withToken(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        String form =
                http.send(request("/login").build(), BodyHandlers.ofString()).body();
        Matcher csrf = CSRF.matcher(form);
        if (!csrf.find()) {
            throw new IllegalStateException("The sign-in has no token.");
        }
        String body = "username=" + encode(name) + "&password=" + encode(password) + "&_csrf=" + encode(csrf.group(1));
        HttpResponse<String> reply = http.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (!reply.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("The sign-in was refused: " + reply.statusCode());
        }
    }

    /** @return the bytes of the page as they went over the wire, compressed */
    byte[] page(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply =
                http.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + reply.statusCode());
        }
        return reply.body();
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        if (reply.statusCode() >= 300) {
            throw new IllegalStateException(request.uri().getPath() + " answered " + reply.body());
        }
        return JSON.readTree(reply.body());
    }

    private HttpRequest.Builder withToken(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
