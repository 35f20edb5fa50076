package io.plumbline.server.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.Sources;
import io.plumbline.server.platform.database.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of docs/security.md that give the audit log to a role of its own do what is said there. */
class AuditOwnershipTest {

    private static final Pattern LINES = Pattern.compile("```sql\n(create role plumbline_audit.*?)```", Pattern.DOTALL);

    private final TestDatabase database = MigratedDatabase.create();
    private JdbcClient jdbc;

    @BeforeEach
    void giveAway() throws IOException {
        jdbc = JdbcClient.create(MigratedDatabase.source(database));
        Matcher lines = LINES.matcher(Files.readString(Sources.ROOT.resolve("docs/security.md")));
        assertThat(lines.find()).isTrue();
        String owner = "audit_of_" + database.name();
        database.asSuperuser(lines.group(1)
                .replace("plumbline_audit", owner)
                .replaceAll("\\bto plumbline;", "to " + database.user() + ";"));
    }

    @AfterEach
    void drop() {
        String owner = "audit_of_" + database.name();
        database.asSuperuser("drop owned by " + owner + " cascade; drop role " + owner);
        database.close();
    }

    @Test
    void theProgramWritesAndReadsOn() {
        new AuditLog(jdbc, Clock.systemUTC()).note(Caller.nobody(), AuditAction.SIGN_IN_FAILED, "user x");

        assertThat(jdbc.sql("select target from audit_event")
                        .query(String.class)
                        .single())
                .isEqualTo("user x");
        jdbc.sql("create table made_later (x int)").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "drop trigger audit_event_is_append_only on audit_event",
                "alter table audit_event disable trigger all",
                "alter table audit_event rename to other",
                "drop table audit_event",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "drop function refuse_change() cascade",
                "drop schema public cascade",
                "set session_replication_role = replica"
            })
    void andCanTakeNothingAway(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }
}
