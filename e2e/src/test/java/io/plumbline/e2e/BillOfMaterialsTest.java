package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is delivered is what the bill of materials says, and may be delivered. A library that comes or goes changes
 * docs/third-party.md: run this class with {@code -Dplumbline.write=true}, and read what it has written.
 */
class BillOfMaterialsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("plumbline.root")).normalize();
    private static final Path LIST = ROOT.resolve("docs/third-party.md");

    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "EPL-2.0");

    /** Told by a name that no list has; what the archive itself holds counts. */
    private static final Map<String, String> BY_ANOTHER_NAME =
            Map.of("Broadcom Foundation License", "Apache-2.0", "Bouncy Castle Licence", "MIT");

    private static final List<Component> COMPONENTS = new ArrayList<>();

    record Component(String group, String name, String version, Set<String> licences) {

        boolean isOurs() {
            return group.equals("io.plumbline");
        }

        String jar() {
            return name + "-" + version;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        JsonNode bom = new JsonMapper().readTree(Files.readString(ROOT.resolve("server/target/bom.json")));
        for (JsonNode component : bom.get("components")) {
            Set<String> licences = new TreeSet<>();
            component.path("licenses").forEach(licence -> licences.add(nameOf(licence)));
            COMPONENTS.add(new Component(
                    component.path("group").asString(""),
                    component.get("name").asString(),
                    component.get("version").asString(),
                    licences));
        }
        assertThat(COMPONENTS).hasSizeGreaterThan(50);
    }

    @Test
    void everyArchiveThatIsDeliveredIsOnIt() throws IOException {
        Set<String> known = COMPONENTS.stream().map(Component::jar).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(ROOT.resolve("server/target/lib"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.jar$", "")))
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(
                                    known.contains(jar) || known.stream().anyMatch(name -> jar.startsWith(name + "-")))
                            .as(jar)
                            .isTrue());
        }
    }

    @Test
    void everythingMayBeDelivered() {
        assertThat(COMPONENTS)
                .filteredOn(component -> !component.isOurs())
                .allSatisfy(component -> assertThat(component.licences()).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void theListOfLicencesIsThatOfTheBill() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        COMPONENTS.stream()
                .filter(component -> !component.isOurs())
                .forEach(component -> rows.put(
                        component.group() + ":" + component.name(), String.join(" or ", component.licences())));
        String list = """
                # What Plumbline is made of

                The libraries that are delivered with it, and under which licence. Versions stand in the bill of materials
                (`server/target/bom.json`, CycloneDX), which each build makes.

                | Library | Licence |
                | --- | --- |
                """
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("plumbline.write")) {
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(LIST)).isEqualTo(list);
    }

    private static String nameOf(JsonNode licence) {
        String name = Optional.of(licence.path("expression").asString(""))
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(licence.at("/license/id").asString("")).filter(text -> !text.isEmpty()))
                .orElseGet(() -> licence.at("/license/name").asString(""));
        return BY_ANOTHER_NAME.getOrDefault(name, name);
    }
}
