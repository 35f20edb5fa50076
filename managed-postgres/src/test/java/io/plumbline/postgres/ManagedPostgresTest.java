package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedPostgresTest {

    @TempDir
    Path temporary;

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() throws Exception {
        ManagedPostgresOptions options =
                ManagedPostgresOptions.in(temporary.resolve("data")).withLog(System.out::println);
        for (int start = 1; start <= 2; start++) {
            long begin = System.nanoTime();
            try (ManagedPostgres postgres = ManagedPostgres.start(options)) {
                System.out.println("start " + start + ": " + (System.nanoTime() - begin) / 1_000_000 + " ms");
                try (var connection =
                                DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                        var statement = connection.createStatement()) {
                    statement.execute("create table if not exists kept (start int)");
                    statement.execute("insert into kept values (" + start + ")");
                    try (var rows = statement.executeQuery("select count(*) from kept")) {
                        rows.next();
                        assertThat(rows.getInt(1)).isEqualTo(start);
                    }
                }
                begin = System.nanoTime();
            }
            System.out.println("stop " + start + ": " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        }
    }
}
