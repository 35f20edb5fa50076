package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

    private static final int SIGTERM = 128 + 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsAddressKeysAndConsoleThatWorkAndRunsUntilItIsTerminated() throws Exception {
        try (var process = TenantProcess.start("64m", "--endpoints", "7", "--cves", "3");
                var http = HttpClient.newHttpClient()) {
            var lines = process.greeting();
            assertThat(lines.getFirst()).contains("7 endpoints", "3 vulnerabilities");
            var request = HttpRequest.newBuilder(URI.create(process.url() + Call.GET_ENDPOINT.path()))
                    .header("x-xdr-auth-id", lines.get(3).replaceAll(".*id (\\d+):", "$1"))
                    .header("Authorization", lines.get(4))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"total_count\":7");
            assertThat(lines.get(5)).startsWith("Advanced key, id ");
            assertThat(lines).contains(process.url() + "/console");
            assertThat(process.isAlive()).isTrue();

            process.terminate();

            assertThat(process.awaitEnd(10)).isEqualTo(SIGTERM);
        }
    }

    @Test
    void terminatingWaitsForNobody() throws Exception {
        try (var process = TenantProcess.start("64m", "--endpoints", "7");
                var client = new TenantClient(process.url(), TenantOptions.defaults())) {
            client.console("POST", "/console/holds", "{\"call\":\"get_quota\"}");
            var held = CompletableFuture.supplyAsync(() -> client.ask(Call.GET_QUOTA, "{}"));
            client.console("GET", "/console/holds/1?wait=PT10S", "");

            process.terminate();

            assertThat(process.awaitEnd(10)).isEqualTo(SIGTERM);
            assertThat(held).failsWithin(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, there is no option --bogus",
        "--port=1, there is no option --port=1",
        "--seed, --seed needs a number after it",
        "--port x, '--port takes a whole number, which x is not'",
        "--cves 99999999999, '--cves takes a whole number, which 99999999999 is not'",
        "--endpoints 4000001, '--endpoints 4000001: endpoints must be between 0 and 4,000,000'",
        "--endpoints -1, '--endpoints -1: endpoints must be between 0 and 4,000,000'",
        "--port 65536, '--port 65536: the port must be between 0 and 65535'"
    })
    void aMistakeIsOneSentenceOnStderrAndStatus2(String arguments, String sentence) throws Exception {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence).hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--endpoints", "--cves", "--hosts-per-cve", "--seed", "--help", "/console");
    }

    @Test
    void aPortThatIsTakenIsNamedWithStatus1() throws Exception {
        try (var taken = SimulatedTenant.start(TenantOptions.defaults().empty())) {
            var port = Integer.toString(taken.url().getPort());

            assertThat(run("--port", port)).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains(port).hasLineCount(1);
        }
    }

    @Test
    void optionsReachTheTenant() {
        var line = CommandLine.of(List.of(
                "--port", "4711", "--endpoints", "1", "--cves", "2", "--hosts-per-cve", "3", "--seed", "-4000000000"));

        assertThat(line).isInstanceOfSatisfying(CommandLine.Run.class, run -> {
            assertThat(run.options().port()).isEqualTo(4711);
            assertThat(run.options().endpoints()).isEqualTo(1);
            assertThat(run.options().cves()).isEqualTo(2);
            assertThat(run.options().hostsPerCve()).isEqualTo(3);
            assertThat(run.options().seed()).isEqualTo(-4_000_000_000L);
        });
    }

    private int run(String... arguments) throws InterruptedException {
        return SimulatorMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
