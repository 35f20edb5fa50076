package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.identity.IdentityProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in by OpenID Connect, with a real provider at the other end. */
@ExtendWith(OutputCaptureExtension.class)
class OidcTest {

    /** Where the provider sends browsers back to; the tests take them to where the server really is. */
    private static final String PUBLIC_URL = "http://127.0.0.1:1";

    private static IdentityProvider provider;
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        provider = IdentityProvider.start();
        server = RunningServer.start(folder.resolve("data"), settings(provider.issuer()));
    }

    /** All tests come from one address, of which only so many failures are noted. */
    @BeforeEach
    void forgetFailures() {
        server.bean(JdbcClient.class)
                .sql("delete from sign_in_bucket where key like 'noted %'")
                .update();
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    private static Map<String, String> settings(URI issuer) {
        return Map.of(
                "plumbline.admin-password",
                Browser.PASSWORD,
                "plumbline.url",
                PUBLIC_URL,
                "plumbline.oidc-issuer",
                issuer.toString(),
                "plumbline.oidc-name",
                "Acme ID",
                "plumbline.oidc-client-id",
                IdentityProvider.CLIENT,
                "plumbline.oidc-client-secret",
                IdentityProvider.SECRET,
                "plumbline.oidc-roles",
                "secops=ANALYST, platform-admins=ADMINISTRATOR");
    }

    @Test
    void whoTheProviderVouchesForHasTheRoleOfTheClaim() throws Exception {
        provider.setGroups("grace", "everybody", "secops");
        try (Browser browser = new Browser(server.base())) {
            assertThat(browser.get("/login").body()).contains("Sign in with <bdi>Acme ID</bdi>");

            assertThat(signIn(browser, "grace")).isEqualTo("/");

            assertThat(PageText.of(browser.get("/settings").body())).contains("Signed in as grace", "Role Analyst");
            assertThat(browser.get("/settings/users").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theRoleFollowsTheClaimWithEachSignIn() throws Exception {
        provider.setGroups("heidi", "secops");
        try (Browser browser = new Browser(server.base())) {
            signIn(browser, "heidi");
            provider.setGroups("heidi", "secops", "platform-admins");
            signIn(browser, "heidi");

            assertThat(browser.get("/settings/users").statusCode()).isEqualTo(200);
            assertThat(count("heidi")).isOne();
            assertThat(browser.get("/settings/audit?action=USER_CHANGED&q=heidi")
                            .body())
                    .contains("1 event");
        }
    }

    @Test
    void theRequestHasStateNonceAndProofKey() throws Exception {
        try (Browser browser = new Browser(server.base())) {
            assertThat(location(browser.get("/oauth2/authorization/oidc")))
                    .startsWith(provider.issuer() + "/oauth2/authorize?")
                    .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "scope=openid")
                    .doesNotContain(IdentityProvider.SECRET);
        }
    }

    @Test
    void withoutARoleThereIsNoWayIn() throws Exception {
        provider.setGroups("ivan", "everybody");
        try (Browser browser = new Browser(server.base())) {
            assertThat(signIn(browser, "ivan")).endsWith("/login?refused");

            assertThat(browser.get("/login?refused").body()).contains("have no role here");
            assertThat(browser.get("/assets").statusCode()).isEqualTo(302);
            assertThat(count("ivan")).isZero();
        }
    }

    /** Whoever can choose a name at the provider must not become somebody here. */
    @Test
    void theNameOfAUserOfOursIsNotTakenOver() throws Exception {
        provider.setGroups("admin", "secops");
        try (Browser browser = new Browser(server.base())) {
            assertThat(signIn(browser, "admin")).endsWith("/login?taken");
            assertThat(browser.get("/login?taken").body()).contains("somebody else has your name here");
            assertThat(browser.get("/assets").statusCode()).isEqualTo(302);
        }
        try (Browser browser = Browser.signedIn(server.base())) {
            assertThat(browser.get("/settings/users").statusCode()).isEqualTo(200);
        }
    }

    /** A link with somebody else's code would sign the victim in as the attacker. */
    @Test
    void aCodeIsOfNoUseInAnotherBrowserNorTwice() throws Exception {
        provider.setGroups("judy", "secops");
        try (Browser browser = new Browser(server.base());
                Browser other = new Browser(server.base())) {
            String callback = callback(browser, "judy");

            assertThat(location(other.get(callback))).endsWith("/login?provider");
            assertThat(location(browser.get(callback.replaceFirst("state=[^&]+", "state=guessed"))))
                    .endsWith("/login?provider");
            assertThat(location(browser.get(callback))).endsWith("/login?provider"); // the cookie has gone
            assertThat(other.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aCodeThatHasLetSomebodyInLetsNobodyInAgain() throws Exception {
        provider.setGroups("lena", "secops");
        try (Browser browser = new Browser(server.base())) {
            String callback = callback(browser, "lena");
            assertThat(location(browser.get(callback))).isEqualTo("/");
            browser.get("/settings");
            browser.post("/logout", Map.of());

            assertThat(location(browser.get(callback))).endsWith("/login?provider");
            assertThat(browser.get("/assets").statusCode()).isEqualTo(302);
        }
    }

    /** Else whoever may sign in there could try other people's passwords here without end. */
    @Test
    void aSignInGivesNoTriesOfPasswordsBack() throws Exception {
        provider.setGroups("mia", "secops");
        try (Browser guesser = new Browser(server.base());
                Browser browser = new Browser(server.base())) {
            guesser.get("/login");
            for (int i = 0; i < 5; i++) {
                guesser.signIn("victim", "wrong");
            }
            String levels = levels();
            assertThat(location(browser.get(callback(browser, "mia") + "&username=victim")))
                    .isEqualTo("/");

            assertThat(levels()).isEqualTo(levels).isNotEmpty();
        }
    }

    /** Whoever starts a sign-in may send the answer themselves, with any text in it. */
    @Test
    void aLineBreakInTheProvidersErrorStartsNoLineOfTheLog(CapturedOutput log) throws Exception {
        try (Browser browser = new Browser(server.base())) {
            String authorize = location(browser.get("/oauth2/authorization/oidc"));
            String state = authorize.replaceFirst(".*[?&]state=([^&]+).*", "$1");

            assertThat(location(browser.get("/login/oauth2/code/oidc?error=access_denied&state=" + state
                            + "&error_description=no%0d%0aFORGED%20one%0dFORGED%20two%1b%5b2J%E2%80%A8FORGED%20three")))
                    .endsWith("/login?provider");
        }

        assertThat(log.getAll())
                .containsSubsequence("A sign-in by OpenID Connect failed", "FORGED one", "FORGED two", "FORGED three")
                .doesNotContain("\u001b", "\u2028")
                .doesNotContainPattern("(?m)^FORGED");
    }

    private static String levels() {
        return String.join(
                "\n",
                server.bean(JdbcClient.class)
                        .sql("select key || ' ' || level from sign_in_bucket where key not like 'noted %' order by key")
                        .query(String.class)
                        .list());
    }

    @Test
    void whatDoesNotLetInStandsInTheAuditLog() throws Exception {
        provider.setGroups("nils", "everybody");
        try (Browser browser = new Browser(server.base());
                Browser admin = Browser.signedIn(server.base())) {
            signIn(browser, "nils");
            assertThat(admin.get("/settings/audit?action=SIGN_IN_FAILED&q=the%20claim%20roles%20of%20nils")
                            .body())
                    .contains("1 event", "Not signed in");
        }
    }

    @Test
    void theProviderAloneSaysTheRoleAndNobodyHereGivesAPassword() throws Exception {
        provider.setGroups("olga", "platform-admins");
        try (Browser browser = new Browser(server.base());
                Browser admin = Browser.signedIn(server.base())) {
            signIn(browser, "olga");
            String user = "/settings/users/" + id("olga");
            assertThat(admin.get("/settings/users").body()).contains("single sign-on");
            assertThat(admin.get(user).body()).contains("as the provider says").doesNotContain("Another password");

            HttpResponse<String> role = admin.post(user + "/role", Map.of("role", "VIEWER"));
            assertThat(role.statusCode()).isEqualTo(400);
            assertThat(role.body()).contains("Comes from the provider");
            assertThat(admin.post(user + "/password", Map.of("password", Browser.PASSWORD))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(browser.get("/settings/password").body())
                    .contains("You sign in with <bdi>Acme ID</bdi>")
                    .doesNotContain("New password");
            assertThat(browser.post(
                                    "/settings/password",
                                    Map.of("current", "x", "next", Browser.PASSWORD, "repeated", Browser.PASSWORD))
                            .body())
                    .contains("You sign in with <bdi>Acme ID</bdi>");
        }
    }

    @Test
    void anAdministratorOfTheProviderReadsNothingOfAPasswordOfTheirOwn() throws Exception {
        provider.setGroups("rosa", "platform-admins");
        try (Browser browser = new Browser(server.base())) {
            signIn(browser, "rosa");
            String self = "/settings/users/" + id("rosa");
            assertThat(PageText.of(browser.get(self).body()))
                    .contains("The user has no password here.", "the next sign-in makes the user anew");

            HttpResponse<String> refused = browser.post(self + "/password", Map.of("password", Browser.PASSWORD));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(PageText.of(refused.body()))
                    .contains("There is none here: the user signs in with the provider.")
                    .doesNotContain("change it under Settings", "Set the password");
            assertThat(PageText.of(browser.get("/settings/password").body())).doesNotContain("Change your password");
            assertThat(PageText.of(browser.get("/settings").body())).doesNotContain("Change your password");
        }
    }

    /** Who is Administrator by the provider's word only does not count: a provider that is down must not lock everybody out. */
    @Test
    void theLastAdministratorWithAPasswordStays() throws Exception {
        provider.setGroups("pia", "platform-admins");
        try (Browser browser = new Browser(server.base())) {
            signIn(browser, "pia");
            browser.get("/settings/users/" + id("admin"));

            HttpResponse<String> role =
                    browser.post("/settings/users/" + id("admin") + "/role", Map.of("role", "VIEWER"));

            assertThat(role.statusCode()).isEqualTo(409);
            assertThat(role.body()).contains("the only Administrator with a password");
        }
    }

    @Test
    void anIssuerThatEndsInASlashIsAsGood(@TempDir Path folder) throws Exception {
        try (IdentityProvider slashed = IdentityProvider.startWithSlash();
                RunningServer alone = RunningServer.start(folder.resolve("data"), settings(slashed.issuer()));
                Browser browser = new Browser(alone.base())) {
            assertThat(slashed.issuer().toString()).endsWith("/");
            slashed.setGroups("quin", "secops");

            assertThat(location(browser.get(callback(browser, "quin", slashed))))
                    .isEqualTo("/");

            assertThat(alone.bean(JdbcClient.class)
                            .sql("select subject from users where name = 'quin'")
                            .query(String.class)
                            .single())
                    .isEqualTo(slashed.issuer() + " quin");
        }
    }

    @Test
    void anIssuerWithoutTlsIsRefusedUnlessItIsThisMachine(@TempDir Path folder) {
        assertThatThrownBy(() -> RunningServer.start(folder.resolve("data"), settings(URI.create("http://id.example"))))
                .hasStackTraceContaining("PLUMBLINE_OIDC_ISSUER must be an https address");
    }

    @Test
    void aUserOfTheProviderHasNoPassword() throws Exception {
        provider.setGroups("kim", "secops");
        try (Browser browser = new Browser(server.base());
                Browser guesser = new Browser(server.base())) {
            signIn(browser, "kim");
            guesser.get("/login");
            assertThat(location(guesser.signIn("kim", ""))).endsWith("/login?failed");
            assertThat(location(guesser.signIn("kim", IdentityProvider.PASSWORD)))
                    .endsWith("/login?failed");
        }
    }

    @Test
    void whoIsNotSignedInYetLeavesNoSession() throws Exception {
        long before = sessions();
        try (Browser browser = new Browser(server.base())) {
            browser.get("/oauth2/authorization/oidc");
            browser.get("/login/oauth2/code/oidc?code=x&state=y");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void aProviderThatIsDownKeepsNobodyFromSigningInByPassword(@TempDir Path folder) throws Exception {
        try (RunningServer alone =
                        RunningServer.start(folder.resolve("data"), settings(URI.create("http://127.0.0.1:1")));
                Browser browser = new Browser(alone.base())) {
            assertThat(location(browser.get("/oauth2/authorization/oidc"))).endsWith("/login?provider");
            Browser.signedIn(alone.base()).close();
        }
    }

    /** @return where the sign-in leads to in the end */
    private static String signIn(Browser browser, String user) throws Exception {
        return location(browser.get(callback(browser, user)));
    }

    /** @return where the provider sends the browser back to, as a path of the server */
    private static String callback(Browser browser, String user) throws Exception {
        return callback(browser, user, provider);
    }

    private static String callback(Browser browser, String user, IdentityProvider provider) throws Exception {
        String authorize = location(browser.get("/oauth2/authorization/oidc"));
        try (Browser atProvider = new Browser(provider.issuer())) {
            atProvider.get(authorize);
            HttpResponse<String> signedIn =
                    atProvider.post("/login", Map.of("username", user, "password", IdentityProvider.PASSWORD));
            String back = location(atProvider.get(location(signedIn)));
            assertThat(back).startsWith(PUBLIC_URL + "/login/oauth2/code/oidc?code=");
            return back.substring(PUBLIC_URL.length());
        }
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(reply.statusCode() + " " + reply.body()));
    }

    private static long count(String user) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from users where name = :name")
                .param("name", user)
                .query(Long.class)
                .single();
    }

    private static int id(String user) {
        return server.bean(JdbcClient.class)
                .sql("select id from users where name = :name")
                .param("name", user)
                .query(Integer.class)
                .single();
    }

    private static long sessions() {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }
}
