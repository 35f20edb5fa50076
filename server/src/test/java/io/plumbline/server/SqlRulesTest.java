package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Sources.Literal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules for SQL, read from the strings of the server's sources and from the migrations. */
class SqlRulesTest {

    private static final String PACKAGES = "server/src/main/java/io/plumbline/server";

    /** Who alone writes a table. A table that is missing here is in nobody's care: the test says so. */
    private static final Map<String, String> OWNERS = owners(Map.ofEntries(
            Map.entry("platform/secret", Set.of("secret_check")),
            Map.entry("platform/setting", Set.of("setting")),
            Map.entry("access/user", Set.of("users", "spring_session", "spring_session_attributes")),
            Map.entry("access/token", Set.of("api_token")),
            Map.entry("access/signin", Set.of("sign_in_bucket")),
            Map.entry("access/audit", Set.of("audit_event")),
            Map.entry("connector", Set.of("connector", "connector_secret")),
            Map.entry(
                    "inventory",
                    Set.of(
                            "connector_inventory",
                            "asset_name",
                            "asset",
                            "asset_sighting",
                            "asset_facet",
                            "asset_former_name",
                            "weakness",
                            "connector_weakness",
                            "finding",
                            "asset_change",
                            "weakness_change",
                            "finding_change",
                            "inventory_trend",
                            "weakness_trend")),
            Map.entry("validation", Set.of("validation")),
            Map.entry("preview", Set.of("preview")),
            Map.entry("sync", Set.of("sync", "sync_log", "scheduled_tasks"))));

    private static final Pattern CREATED = Pattern.compile(
            "(?i)\\bcreate\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_]+)(?!\\w*\\s+partition)");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into|truncate(?:\\s+table)?"
                    + "|copy|alter\\s+table|drop\\s+table)\\s+([a-z_]+)\\b(?!\\.)");
    private static final Pattern DATABASE_TIME =
            Pattern.compile("(?i)\\bnow\\s*\\(\\s*\\)|\\bcurrent_(?:timestamp|date|time)\\b|\\blocaltime(?:stamp)?\\b"
                    + "|\\b(?:clock|statement|transaction)_timestamp\\b|'now'");

    private final List<Path> migrations = Sources.below("server/src/main/resources/db/migration", ".sql");
    private final List<Literal> literals = Sources.below(PACKAGES, ".java").stream()
            .flatMap(source -> Sources.literals(source).stream())
            .toList();

    @Test
    void everyTableHasOneOwner() {
        Set<String> tables = migrations.stream()
                .flatMap(file -> found(CREATED, Sources.read(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(OWNERS.keySet()).containsExactlyElementsOf(tables);
    }

    @Test
    void onlyTheOwnerWritesATable() {
        Set<String> trespasses = new TreeSet<>();
        for (Literal literal : literals) {
            String where =
                    Sources.ROOT.resolve(PACKAGES).relativize(literal.file()).toString();
            for (String table : found(WRITTEN, literal.text())) {
                String owner = OWNERS.get(table);
                if (owner != null && !where.startsWith(owner + "/")) {
                    trespasses.add(where + " writes " + table + " of " + owner);
                }
            }
        }

        assertThat(trespasses).isEmpty();
    }

    /** Without it the test above would pass just as well if it read nothing. */
    @Test
    void theWritesOfOwnersAreSeen() {
        assertThat(literals.stream().flatMap(literal -> found(WRITTEN, literal.text()).stream()))
                .contains("connector", "sync", "sync_log", "asset", "secret_check");
    }

    @Test
    void noSqlAsksTheDatabaseForTheTime() {
        assertThat(literals)
                .noneMatch(literal -> DATABASE_TIME.matcher(literal.text()).find());
        assertThat(migrations)
                .isNotEmpty()
                .noneMatch(file -> DATABASE_TIME
                        .matcher(withoutComments(Sources.read(file)))
                        .find());
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\\n]*", "");
    }

    private static Set<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(withoutComments(text));
        return matcher.results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> owners(Map<String, Set<String>> byOwner) {
        Map<String, String> owners = new TreeMap<>();
        byOwner.forEach((owner, tables) -> tables.forEach(table -> owners.put(table, owner)));
        return owners;
    }
}
