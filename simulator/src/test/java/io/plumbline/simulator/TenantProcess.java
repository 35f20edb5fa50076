package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A tenant as {@code ./plumbline simulator} runs it: a process of its own. */
final class TenantProcess implements AutoCloseable {

    private final Process process;
    private final List<String> greeting;

    private TenantProcess(Process process, List<String> greeting) {
        this.process = process;
        this.greeting = greeting;
    }

    /** @param heap as {@code -Xmx} takes it */
    static TenantProcess start(String heap, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Not closed: that would close the process's output with it.
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        var greeting = new ArrayList<String>();
        for (var line = reader.readLine(); line != null && !line.startsWith("Ctrl-C"); line = reader.readLine()) {
            greeting.add(line.strip());
        }
        assertThat(greeting).as("what the process says").isNotEmpty();
        return new TenantProcess(process, greeting);
    }

    /** What it says about itself, line by line. */
    List<String> greeting() {
        return greeting;
    }

    URI url() {
        return URI.create(greeting.get(1));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The status it ends with, which it must do before the time is up. */
    int awaitEnd(long seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("has ended").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
