package io.plumbline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own sources, for rules that the compiler's output does not show. */
public final class Sources {

    /** The checkout: tests run in their module's folder. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** In the order in which they hide one another. Group 1: a text block's content, group 2: a string's. */
    private static final Pattern TOKEN = Pattern.compile("//[^\n]*"
            + "|/\\*(?s:.*?)\\*/"
            + "|'(?:\\\\.|[^'\\\\])[^']*'"
            + "|\"\"\"((?s:.*?))\"\"\""
            + "|\"((?:[^\"\\\\\n]|\\\\.)*+)\"");

    private Sources() {}

    /** A string in a source file, as it is written there. */
    record Literal(Path file, String text) {}

    /** @param folder below the checkout, such as {@code server/src/main} */
    static List<Path> below(String folder, String suffix) {
        return filtered(ROOT.resolve(folder), suffix);
    }

    /** The Java sources of every module, the tests' too. */
    static List<Path> ofAllModules() {
        return filtered(ROOT, ".java");
    }

    static List<Literal> literals(Path source) {
        return TOKEN.matcher(read(source))
                .results()
                .flatMap(token -> content(token).stream())
                .map(text -> new Literal(source, text))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> content(MatchResult token) {
        return Stream.of(token.group(1), token.group(2))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Path> filtered(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
