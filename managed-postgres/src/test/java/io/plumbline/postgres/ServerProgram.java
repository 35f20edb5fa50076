package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A server as a process of its own, to be killed by tests. Arguments: data folder, binaries folder. Prints one line,
 * {@code READY url user password} or {@code FAILED reason sentence}, and stops when its input ends.
 */
final class ServerProgram {

    private ServerProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (ManagedPostgres postgres = ManagedPostgres.start(
                ManagedPostgresOptions.in(Path.of(arguments[0])).withBinariesFolder(Path.of(arguments[1])))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> workInShutdown(postgres)));
            System.out.println("READY " + postgres.jdbcUrl() + " " + postgres.user() + " " + postgres.password());
            while (System.in.read() >= 0) {
                // Until the parent closes the pipe.
            }
        } catch (PostgresStartException e) {
            System.out.println("FAILED " + e.reason() + " " + e.sentence());
        }
    }

    /** What an orderly shutdown does: finish the work, then stop the database. */
    private static void workInShutdown(ManagedPostgres postgres) {
        try (postgres) {
            if (!postgres.onExit().isDone()) {
                System.out.println("LAST WORK " + Fixture.query(postgres, "select 40 + 2"));
            }
        } catch (SQLException | IOException e) {
            System.out.println("LAST WORK FAILED " + e);
        }
    }
}
