package io.plumbline.server.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.postgres.testing.TestDatabases;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TABLES = List.of(
            "connector",
            "connector_secret",
            "asset_name",
            "weakness",
            "connector_weakness",
            "finding",
            "sync",
            "sync_log");

    @TempDir
    Path folder;

    private final TestDatabase from = TestDatabases.create();
    private final TestDatabase to = TestDatabases.create();

    @BeforeEach
    void fill() {
        Flyway.configure().dataSource(source(from)).load().migrate();
        JdbcClient jdbc = JdbcClient.create(source(from));
        jdbc.sql("""
                        insert into connector (type, name, name_key, settings, data_pulling, connection, created_at, updated_at)
                        values ('cortex-xdr', E'na\\tme\\\\', 'name', '{"fqdn": "x"}', '{}', '{}', '2026-01-01Z', '2026-01-01Z')""").update();
        jdbc.sql("insert into connector_secret values (1, 'apiKey', '\\x00ff5c0a')")
                .update();
        jdbc.sql(
                        "insert into asset_name (connector_id, name, folded) select 1, 'Ünïcode-' || n, 'x' from generate_series(1, 1000) n")
                .update();
        jdbc.sql("insert into weakness (name, folded) select 'CVE-' || n, 'cve-' || n from generate_series(1, 20) n")
                .update();
        jdbc.sql("""
                        insert into connector_weakness (connector_id, weakness_id, severity, score, excluded, affected_products, first_observed_at)
                        select 1, id, 4, 9.85, false, '{"a,b"}', '2026-01-01Z' from weakness""").update();
        jdbc.sql("create table finding_1 partition of finding for values in (1)")
                .update();
        jdbc.sql("""
                        insert into finding (connector_id, name_id, weakness_id, state, first_observed_at, state_since, state_sync)
                        select 1, n.id, w.id, 1, '2026-01-01Z', '2026-01-01Z', 1 from asset_name n, weakness w""").update();
        jdbc.sql("""
                        insert into sync (connector_id, kind, trigger, status, stage, queued_at)
                        values (1, 'SYNC', 'CREATED', 'SUCCEEDED', 'DONE', '2026-01-01Z'), (1, 'SYNC', 'MANUAL', 'SUCCEEDED', 'DONE', '2026-01-02Z')""").update();
        jdbc.sql("insert into sync_log values (1, 0, '2026-01-01Z', 'INFO', 'DONE', E'line\\nbreak')")
                .update();
        jdbc.sql("delete from sync where id = 2").update();
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() {
        Path archive = backUp(Optional.empty());
        assertThat(restore().read(archive)).isEmpty();

        for (String table : TABLES) {
            assertThat(content(to, table))
                    .as(table)
                    .isEqualTo(content(from, table))
                    .isNotEmpty();
        }
        JdbcClient jdbc = JdbcClient.create(source(to));
        assertThat(jdbc.sql("select count(*) from pg_indexes where tablename = 'finding_1'")
                        .query(Long.class)
                        .single())
                .as("the partition has all indexes")
                .isEqualTo(4);
    }

    @Test
    void idsGoOnWhereTheyWereEvenWhereTheLastWasDeleted() {
        restore().read(backUp(Optional.empty()));
        long next = JdbcClient.create(source(to)).sql("""
                        insert into sync (connector_id, kind, trigger, status, stage, queued_at)
                        values (1, 'SYNC', 'MANUAL', 'SUCCEEDED', 'DONE', '2026-01-03Z') returning id""").query(Long.class).single();
        assertThat(next).isEqualTo(3);
    }

    @Test
    void anArchiveWithABrokenMasterKeyIsRefusedBeforeAnythingIsMade() {
        Path archive = backUp(Optional.of(new byte[] {1}));
        IllegalArgumentException broken = new IllegalArgumentException();
        Restore strict = new Restore(source(to), _ -> {
            throw broken;
        });
        assertThatThrownBy(() -> strict.read(archive)).isSameAs(broken);

        assertThat(JdbcClient.create(source(to))
                        .sql("select to_regclass('public.connector') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theMasterKeyGoesAlongOnlyWhenAskedFor() throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        Path with = backUp(Optional.of(key));
        assertThat(restore().read(with))
                .hasValueSatisfying(restored -> assertThat(restored).isEqualTo(key));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(with)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseInUseIsNotOverwritten() {
        Path archive = backUp(Optional.empty());
        restore().read(archive);
        assertThatThrownBy(() -> restore().read(archive))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("already holds connectors");
    }

    @Test
    void anArchiveThatIsCutOrNoArchiveIsRefused() throws Exception {
        Path archive = backUp(Optional.empty());
        byte[] whole = Files.readAllBytes(archive);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text"), "no archive");
        for (Path file : List.of(cut, text)) {
            assertThatThrownBy(() -> restore().read(file))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("no whole archive");
        }
        byte[] damaged = whole.clone();
        for (int i = whole.length / 3; i < whole.length / 3 + 200; i++) {
            damaged[i] ^= 0x55;
        }
        Path bad = Files.write(folder.resolve("bad"), damaged);
        assertThatThrownBy(() -> restore().read(bad)).isInstanceOf(BackupException.class);

        restore().read(archive);
        assertThat(content(to, "finding"))
                .as("a failed restore can be repeated")
                .hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"sync\" | \"name\":\"sync; drop table sync; --\"",
                "\"parent\":\"finding\" | \"parent\":\"finding including all); drop table sync; --\"",
                "FOR VALUES IN (1) | FOR VALUES IN (1); drop table sync",
                "\"columns\":[\"id\" | \"columns\":[\"id) from program 'id' --\"",
                "\"tables\":[ | \"tables\":null,\"more\":[",
                "\"columns\":[ | \"columns\":null,\"more\":[",
                "\"schemaVersion\":\" | \"schemaVersion\":\"x",
                "\"schemaVersion\": | \"schemaVersion\":null,\"more\":"
            })
    void whatAnArchiveNamesNeverBecomesAStatement(String sound, String forged) throws Exception {
        Path archive = backUp(Optional.empty());
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path manifest = zip.getPath(Manifest.ENTRY);
            String text = Files.readString(manifest);
            assertThat(text).contains(sound);
            Files.writeString(manifest, text.replace(sound, forged));
        }

        assertThatThrownBy(() -> restore().read(archive))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no whole archive");
    }

    @Test
    void anExistingFileIsNotOverwritten() {
        Path archive = backUp(Optional.empty());
        assertThatThrownBy(() -> new Backup(source(from), CLOCK).write(archive, _ -> Optional.empty()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("already a file");
        assertThat(archive.resolveSibling(archive.getFileName() + ".part")).doesNotExist();
    }

    private Path backUp(Optional<byte[]> key) {
        Path archive = folder.resolve("backup.zip");
        boolean _ = new Backup(source(from), CLOCK).write(archive, _ -> key);
        return archive;
    }

    private static List<String> content(TestDatabase database, String table) {
        return JdbcClient.create(source(database))
                .sql("select t::text from " + table + " t order by 1")
                .query(String.class)
                .list();
    }

    private static DriverManagerDataSource source(TestDatabase database) {
        return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    }

    private Restore restore() {
        return new Restore(source(to), _ -> {});
    }
}
