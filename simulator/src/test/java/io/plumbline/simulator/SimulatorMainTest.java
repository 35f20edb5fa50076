package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsAddressAndKeysThatWorkAndRunsUntilItIsKilled() throws Exception {
        var process = start("--endpoints", "7", "--cves", "3");
        try (var reader = process.inputReader(StandardCharsets.US_ASCII);
                var http = HttpClient.newHttpClient()) {
            var lines = reader.lines().limit(7).map(String::strip).toList();

            assertThat(lines.getFirst()).contains("7 endpoints", "3 vulnerabilities");
            var request = HttpRequest.newBuilder(URI.create(lines.get(1) + Call.GET_ENDPOINT.path()))
                    .header("x-xdr-auth-id", lines.get(3).replaceAll(".*id (\\d+):", "$1"))
                    .header("Authorization", lines.get(4))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"total_count\":7");
            assertThat(lines.get(5)).startsWith("Advanced key, id ");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
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
                .contains("--port", "--endpoints", "--cves", "--hosts-per-cve", "--seed", "--help");
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

    private static Process start(String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-cp", System.getProperty("java.class.path"), SimulatorMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
