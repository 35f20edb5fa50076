package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names classes and tests that exist. Whether they do what it says is for its readers to try. */
class SecurityDocumentTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`");
    /** Of HTTP and of Java. */
    private static final Set<String> OF_OTHERS = Set.of("HttpOnly", "SameSite", "Secure", "SecureRandom");

    @Test
    void everyClassItNamesIsThere() throws IOException {
        Set<String> named = CLASS.matcher(Files.readString(Sources.ROOT.resolve("docs/security.md")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !OF_OTHERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there;
        try (Stream<Path> files = Files.walk(Sources.ROOT)) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(there).containsAll(named);
    }
}
