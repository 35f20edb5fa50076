package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.permission.PermissionCheck;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Specification §9, role by route: whoever may not is refused before anything is looked at, whoever may is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionTest {

    /** What the specification allows each role; written down here a second time, so that a slip in the product shows. */
    private static final Map<Permission, Set<String>> MATRIX = new EnumMap<>(Map.of(
            Permission.READ, Set.of("VIEWER", "ANALYST", "ADMINISTRATOR"),
            Permission.OPERATE, Set.of("ANALYST", "ADMINISTRATOR"),
            Permission.ADMINISTER, Set.of("ADMINISTRATOR"),
            Permission.OWN_ACCOUNT, Set.of("VIEWER", "ANALYST", "ADMINISTRATOR")));

    private static final List<String> ROLES = List.of("VIEWER", "ANALYST", "ADMINISTRATOR");

    /** That of a library; it tells what calls there are, to everybody. Its other form is for nobody: it declares nothing. */
    private static final String DESCRIPTION = "/api/v1/openapi.json";

    private RunningServer server;
    private final Map<String, Browser> people = new java.util.LinkedHashMap<>();
    private final Map<String, String> tokens = new java.util.LinkedHashMap<>();

    record Route(String method, String pattern, Optional<Permission> needs, boolean open) {

        /** Where nothing is, so that nothing is changed. */
        String path() {
            return pattern.replaceAll("\\{[^}]+}", "999999");
        }

        boolean isOfPrograms() {
            return pattern.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.start(folder.resolve("data"), Map.of("plumbline.admin-password", Browser.PASSWORD));
        Browser admin = Browser.signedIn(server.base());
        for (String role : ROLES) {
            admin.get("/settings/users");
            assertThat(admin.post("/settings/users", Map.of("name", role, "role", role, "password", Browser.PASSWORD))
                            .statusCode())
                    .isEqualTo(303);
            people.put(role, signedIn(role));
            tokens.put(role, TokenTest.make(server, role, role, null));
        }
        admin.close();
    }

    @AfterAll
    void stop() {
        people.values().forEach(Browser::close);
        server.close();
    }

    Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> routes.addAll(routes(info, method)));
        return routes.stream();
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(routes().filter(route -> !route.pattern().startsWith(DESCRIPTION)))
                .hasSizeGreaterThan(80)
                .allSatisfy(route -> assertThat(route.needs().isPresent())
                        .as(route + " says what it needs, or that it is open")
                        .isNotEqualTo(route.open()));
        assertThat(new TreeSet<>(
                        routes().filter(Route::open).map(Route::pattern).toList()))
                .containsExactly("/error", "/login");
    }

    @Test
    void everyPermissionIsInTheMatrix() {
        assertThat(MATRIX.keySet()).isEqualTo(EnumSet.allOf(Permission.class));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void roleByRoute(Route route) throws Exception {
        if (route.needs().isEmpty()) {
            return; // open to all, as the test above has it
        }
        for (String role : ROLES) {
            boolean may = MATRIX.get(route.needs().get()).contains(role);
            int status = route.isOfPrograms() ? call(route, Optional.of(tokens.get(role))) : open(route, role);
            assertThat(status == 403)
                    .as(role + " " + route + " answered " + status)
                    .isNotEqualTo(may);
            assertThat(status).as(role + " " + route).isNotEqualTo(401).isLessThan(500);
        }
        if (route.isOfPrograms()) {
            assertThat(call(route, Optional.empty())).as("nobody " + route).isEqualTo(401);
        } else {
            try (Browser nobody = new Browser(server.base())) {
                nobody.get("/login");
                assertThat(send(route, nobody)).as("nobody " + route).isEqualTo(302);
            }
        }
    }

    private int open(Route route, String role) throws Exception {
        Browser person = people.get(role);
        int status = send(route, person);
        if (person.get("/settings").statusCode() == 302) {
            assertThat(route.pattern()).isEqualTo("/settings/sign-out-everywhere");
            person.close();
            people.put(role, signedIn(role));
        }
        return status;
    }

    private Browser signedIn(String role) throws Exception {
        Browser person = new Browser(server.base());
        person.get("/login");
        assertThat(person.signIn(role, Browser.PASSWORD).statusCode()).isEqualTo(302);
        person.get("/settings");
        return person;
    }

    private static int send(Route route, Browser browser) throws Exception {
        return route.method().equals("GET")
                ? browser.get(route.path()).statusCode()
                : browser.post(route.path(), Map.of()).statusCode();
    }

    private int call(Route route, Optional<String> token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + route.path()))
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return server.send(request).statusCode();
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod method) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream()
                        .map(name -> new Route(
                                name, pattern, PermissionCheck.neededBy(method), PermissionCheck.isOpen(method))))
                .toList();
    }
}
