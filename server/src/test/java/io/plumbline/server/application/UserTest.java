package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users from their making to their end: what an administrator changes holds at once, wherever they are signed in. */
class UserTest {

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        admin = Browser.signedIn(server.base());
    }

    @AfterAll
    static void stop() {
        admin.close();
        server.close();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() throws Exception {
        String user = create("Ada", "ADMINISTRATOR");
        try (Browser ada = signedIn("Ada")) {
            assertThat(ada.get("/settings/audit").statusCode()).isEqualTo(200);

            post(user + "/role", Map.of("role", "VIEWER"));

            assertThat(ada.get("/settings/audit").statusCode()).isEqualTo(403);
            assertThat(ada.get("/assets").statusCode()).isEqualTo(200);
            assertThat(ada.get("/connectors").body()).doesNotContain("Add new connector", "Connector Library");
        }
    }

    @Test
    void whoIsDeletedIsOutWithTheNextRequestAndTheNameIsFree() throws Exception {
        String user = create("Bob", "ANALYST");
        try (Browser bob = signedIn("Bob")) {
            assertThat(post(user + "/delete", Map.of("name", "Rob")).statusCode())
                    .isEqualTo(400);
            assertThat(bob.get("/assets").statusCode()).isEqualTo(200);

            assertThat(post(user + "/delete", Map.of("name", "bob")).statusCode())
                    .isEqualTo(303);

            assertThat(bob.get("/assets").statusCode()).isEqualTo(302);
            String again = create("Bob", "ADMINISTRATOR");
            assertThat(again).isNotEqualTo(user);
            assertThat(bob.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void anotherPasswordEndsWhatTheOldOneBegan() throws Exception {
        String user = create("Cleo", "VIEWER");
        try (Browser cleo = signedIn("Cleo");
                Browser later = new Browser(server.base())) {
            assertThat(post(user + "/password", Map.of("password", "short")).body())
                    .contains("Must have 8 characters or more.");
            assertThat(cleo.get("/assets").statusCode()).isEqualTo(200);

            post(user + "/password", Map.of("password", "another password"));

            assertThat(cleo.get("/assets").statusCode()).isEqualTo(302);
            later.get("/login");
            assertThat(later.signIn("Cleo", Browser.PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/login?failed");
            assertThat(later.signIn("cleo", "another password")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .doesNotContain("failed");
        }
    }

    /** What cannot be written down is not done, and then nobody is signed out. */
    @ParameterizedTest
    @CsvSource({"Hal, USER_DELETED, delete, name, Hal", "Ivy, PASSWORD_CHANGED, password, password, another password"})
    void whoseChangeIsRolledBackStaysSignedIn(String name, String action, String form, String field, String value)
            throws Exception {
        String user = create(name, "VIEWER");
        JdbcClient jdbc = server.bean(JdbcClient.class);
        try (Browser changed = signedIn(name)) {
            jdbc.sql("create trigger unwritable before insert on audit_event for each row when (new.action = '%s')"
                                    .formatted(action)
                            + " execute function refuse_change()")
                    .update();
            try {
                assertThat(post(user + "/" + form, Map.of(field, value)).statusCode())
                        .isEqualTo(500);
            } finally {
                jdbc.sql("drop trigger unwritable on audit_event").update();
            }

            assertThat(changed.get("/assets").statusCode()).isEqualTo(200);
        }
    }

    /** The sign-in read the user before the password was changed: its session must not outlive the change. */
    @Test
    void aSessionOfAnEpochThatHasPassedOpensNothing() throws Exception {
        create("Dora", "VIEWER");
        try (Browser dora = signedIn("Dora")) {
            server.bean(JdbcClient.class)
                    .sql("update users set session_epoch = session_epoch + 1 where name = 'Dora'")
                    .update();

            assertThat(dora.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aSessionLastsADayHoweverBusyItIs() throws Exception {
        create("Finn", "VIEWER");
        try (Browser finn = signedIn("Finn")) {
            assertThat(age("Finn", 23)).isOne();
            assertThat(finn.get("/assets").statusCode()).isEqualTo(200);
            assertThat(age("Finn", 2)).isOne();
            assertThat(finn.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void signingOutEverywhereIsEverywhere() throws Exception {
        create("Eve", "VIEWER");
        try (Browser here = signedIn("Eve");
                Browser there = signedIn("Eve")) {
            here.get("/settings");
            assertThat(here.post("/settings/sign-out-everywhere", Map.of()).statusCode())
                    .isEqualTo(303);

            assertThat(here.get("/assets").statusCode()).isEqualTo(302);
            assertThat(there.get("/assets").statusCode()).isEqualTo(302);
            assertThat(admin.get("/assets").statusCode()).isEqualTo(200);
        }
    }

    /** Whoever finds a browser signed in must not get more of it than that browser. */
    @Test
    void onesOwnPasswordIsChangedWithTheOneThatOneHas() throws Exception {
        String self = path("admin");

        assertThat(admin.get(self).body()).contains("change your password").doesNotContain("name=\"password\"");
        HttpResponse<String> reply = post(self + "/password", Map.of("password", "another password"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("Is your own");
        Browser.signedIn(server.base()).close();
    }

    /** They are no user's, and go on: whoever deletes a user has to know. */
    @Test
    void thePageOfAUserNamesTheTokensThatTheUserHasMade() throws Exception {
        String user = create("Gil", "ADMINISTRATOR");
        assertThat(admin.get(user).body()).doesNotContain("API tokens belong");
        try (Browser gil = signedIn("Gil")) {
            gil.get("/settings/tokens");
            gil.post("/settings/tokens", Map.of("name", "Nightly export", "role", "VIEWER"));
        }

        assertThat(PageText.of(admin.get(user).body())).contains("also those that the user has made: Nightly export");

        post(user + "/delete", Map.of("name", "Gil"));
        assertThat(admin.get(create("Gil", "ADMINISTRATOR")).body())
                .as("another user of that name has made none")
                .doesNotContain("API tokens belong");
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        server.bean(JdbcClient.class)
                .sql("update users set role = 'VIEWER' where name <> 'admin'")
                .update();
        String self = path("admin");

        HttpResponse<String> role = post(self + "/role", Map.of("role", "VIEWER"));
        HttpResponse<String> gone = post(self + "/delete", Map.of("name", "admin"));

        assertThat(role.statusCode()).isEqualTo(409);
        assertThat(role.body()).contains("This is the only Administrator");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(admin.get("/settings/users").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', correct horse battery, Is needed.",
        "Admin, correct horse battery, Another user has this name.",
        "<b>, correct horse battery, May have letters",
        "Fay, short, Must have 8 characters or more."
    })
    void whatIsWrongWithANewUserIsToldBesideTheField(String name, String password, String message) throws Exception {
        HttpResponse<String> reply =
                post("/settings/users", Map.of("name", name, "role", "VIEWER", "password", password));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains(message).doesNotContain(password.isEmpty() ? "\0" : "value=\"" + password);
    }

    /** @return how many sessions have grown older by so many hours */
    private static int age(String name, int hours) {
        return server.bean(JdbcClient.class)
                .sql("update spring_session set creation_time = creation_time - :millis where principal_name = :name")
                .param("millis", hours * 3_600_000L)
                .param("name", name)
                .update();
    }

    /** @return the path of the user's page */
    private static String create(String name, String role) throws Exception {
        HttpResponse<String> reply =
                post("/settings/users", Map.of("name", name, "role", role, "password", Browser.PASSWORD));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        return path(name);
    }

    private static String path(String name) {
        return "/settings/users/"
                + server.bean(JdbcClient.class)
                        .sql("select id from users where name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single();
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        admin.get("/settings/users");
        return admin.post(path, fields);
    }

    private static Browser signedIn(String name) throws Exception {
        Browser browser = new Browser(server.base());
        browser.get("/login");
        assertThat(browser.signIn(name, Browser.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("failed");
        return browser;
    }
}
