package io.plumbline.simulator.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real vulnerabilities that many have heard of, described in our own words. They come first in every tenant. */
final class WellKnownCves {

    static final List<SeededCve> ALL = read();
    static final Map<String, Integer> PLACES = places();

    private WellKnownCves() {}

    private static List<SeededCve> read() {
        try (var in = WellKnownCves.class.getResourceAsStream("well-known-cves.psv")) {
            if (in == null) {
                throw new IllegalStateException("well-known-cves.psv is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(WellKnownCves::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeededCve parse(String line) {
        var parts = line.split("\\|", -1);
        return new SeededCve(
                parts[0],
                Double.parseDouble(parts[1]),
                platform(parts[2]),
                parts[3],
                List.of(parts[4].split(";", -1)),
                LocalDate.parse(parts[5]),
                parts[6]);
    }

    private static @Nullable Platform platform(String letter) {
        return switch (letter) {
            case "W" -> Platform.WINDOWS;
            case "L" -> Platform.LINUX;
            case "M" -> Platform.MACOS;
            default -> null;
        };
    }

    private static Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < ALL.size(); i++) {
            places.put(ALL.get(i).name(), i);
        }
        return Map.copyOf(places);
    }
}
