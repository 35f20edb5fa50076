package io.plumbline.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link ServerProgram} in a JVM of its own. */
final class ServerUnderTest implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private String line = "";

    private ServerUnderTest(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ServerUnderTest launch(Path data) throws IOException {
        return launch(List.of(), classPath(), data, Fixture.BINARIES);
    }

    static ServerUnderTest launch(List<String> prefix, String classPath, Path data, Path binaries) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ServerProgram.class.getName(),
                data.toString(),
                binaries.toString()));
        return new ServerUnderTest(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static List<Path> classPathEntries() {
        return List.of(classPath().split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
    }

    /** The next line it prints. */
    String awaitLine() throws IOException {
        line = String.valueOf(output.readLine());
        return line;
    }

    ServerUnderTest awaitReady() throws IOException {
        if (!awaitLine().startsWith("READY ")) {
            throw new IllegalStateException("The server did not start: " + line);
        }
        return this;
    }

    /** With the address and login of its READY line. */
    String query(String sql) throws SQLException {
        String[] login = line.split(" ", -1);
        return Fixture.query(login[1], login[2], login[3], sql);
    }

    long pid() {
        return process.pid();
    }

    boolean awaitEnd() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    boolean awaitEnd(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
