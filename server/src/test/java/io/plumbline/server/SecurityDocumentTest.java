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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents that promise something name classes and tests that exist. Whether they do what it says is for readers to try. */
class SecurityDocumentTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`");
    /** Of HTTP and of Java. */
    private static final Set<String> OF_OTHERS = Set.of("HttpOnly", "SameSite", "Secure", "SecureRandom");

    @ParameterizedTest
    @CsvSource({"docs/security.md, 60", "docs/reliability.md, 25"})
    void everyClassTheyNameIsThere(String document, int atLeast) throws IOException {
        Set<String> named = CLASS.matcher(Files.readString(Sources.ROOT.resolve(document)))
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

        assertThat(named).hasSizeGreaterThan(atLeast);
        assertThat(there).containsAll(named);
    }
}
