package io.plumbline.simulator.data;

import io.plumbline.simulator.data.Seeded.Trait;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerabilities of a tenant: well-known ones first, then as many made-up ones as are asked for. Which hosts one is found
 * on is computed, never stored. Thread-safe.
 */
final class CveCatalogue {

    /** Made-up numbers begin above the real ones that are listed, and leave gaps as real ones do. */
    private static final long FIRST_NUMBER = 60_000;

    private static final int FIRST_YEAR = 2016;
    private static final int YEARS = 10;
    private static final int GAP = 3;
    private static final Pattern NAME = Pattern.compile("CVE-(\\d{4})-(\\d{5,12})");
    private static final int KNOWN = WellKnownCves.ALL.size();

    final long size;
    private final Seeded seeded;
    private final long endpoints;
    private final long hostsPerCve;

    CveCatalogue(Seeded seeded, long size, long endpoints, long hostsPerCve) {
        this.seeded = seeded;
        this.size = size;
        this.endpoints = endpoints;
        this.hostsPerCve = hostsPerCve;
    }

    String name(long index) {
        if (index < KNOWN) {
            return WellKnownCves.ALL.get((int) index).name();
        }
        long made = index - KNOWN;
        long number = FIRST_NUMBER + made / YEARS * GAP + seeded.below(Trait.CVE_NAME, made, GAP);
        return "CVE-" + (FIRST_YEAR + made % YEARS) + "-" + number;
    }

    /** The index of a name, or nothing where it is not in the catalogue. */
    OptionalLong index(String name) {
        var known = WellKnownCves.PLACES.get(name);
        if (known != null) {
            return known < size ? OptionalLong.of(known) : OptionalLong.empty();
        }
        var match = NAME.matcher(name);
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        long row = (Long.parseLong(match.group(2)) - FIRST_NUMBER) / GAP;
        long index = KNOWN + row * YEARS + Integer.parseInt(match.group(1)) - FIRST_YEAR;
        return index >= KNOWN && index < size && name(index).equals(name)
                ? OptionalLong.of(index)
                : OptionalLong.empty();
    }

    SeededCve at(long index) {
        return index < KNOWN ? WellKnownCves.ALL.get((int) index) : made(name(index), index);
    }

    /** A made-up vulnerability for any name and number. */
    SeededCve made(String name, long index) {
        var platform = madePlatform(index);
        var product = seeded.pick(products(platform), Trait.CVE_PRODUCT, index);
        var flaw = seeded.pick(Words.FLAWS, Trait.CVE_TEXT, index);
        var effect = seeded.pick(Words.EFFECTS, Trait.CVE_TEXT, index + 1);
        return new SeededCve(
                name,
                score(index),
                platform,
                seeded.oneIn(3, Trait.CVE_QUIRK, index + 1) ? "APPLICATION" : "APPLICATION_AND_OS",
                List.of(product),
                published(name, index),
                flaw + " in " + product + " " + effect + ".");
    }

    private @Nullable Platform madePlatform(long index) {
        long percent = seeded.below(Trait.CVE_PRODUCT, index + 1, 100);
        return percent < 65 ? Platform.WINDOWS : percent < 80 ? Platform.LINUX : percent < 85 ? Platform.MACOS : null;
    }

    private static List<String> products(@Nullable Platform platform) {
        return switch (platform) {
            case WINDOWS -> Words.WINDOWS_PRODUCTS;
            case LINUX -> Words.LINUX_PRODUCTS;
            case MACOS -> Words.MAC_PRODUCTS;
            case ANDROID -> Words.ANY_PRODUCTS;
            case null -> Words.ANY_PRODUCTS;
        };
    }

    private double score(long index) {
        long percent = seeded.below(Trait.CVE_SCORE, index, 100);
        long tenths = percent < 8
                ? 90 + seeded.below(Trait.CVE_SCORE, index + 1, 9)
                : percent < 45
                        ? 70 + seeded.below(Trait.CVE_SCORE, index + 1, 20)
                        : percent < 90
                                ? 40 + seeded.below(Trait.CVE_SCORE, index + 1, 30)
                                : 15 + seeded.below(Trait.CVE_SCORE, index + 1, 25);
        return tenths / 10.0;
    }

    private LocalDate published(String name, long index) {
        var match = NAME.matcher(name);
        int year = match.matches() ? Integer.parseInt(match.group(1)) : FIRST_YEAR;
        return LocalDate.of(year, 1, 1).plusDays(seeded.below(Trait.CVE_DATE, index, 365));
    }

    boolean excluded(long index) {
        return seeded.oneIn(50, Trait.CVE_EXCLUDED, index);
    }

    /** Opaque for made-up ones: only the name is a key to rely on. */
    String cveId(long index, String name) {
        return index < KNOWN ? name : String.format(Locale.ROOT, "%016x", seeded.bits(Trait.CVE_NAME, index));
    }

    boolean quirk(long many, long index, int which) {
        return index >= KNOWN && seeded.oneIn(many, Trait.CVE_QUIRK, index + which * 7L);
    }

    /** From 0 to 9,999. */
    long millisBeforeAssessment(long index) {
        return seeded.below(Trait.CVE_DATE, index + 1, 10_000);
    }

    Population population(SeededCve cve) {
        return new Population(seeded, endpoints, cve.platform());
    }

    /** On how many hosts of its population one is found: between two fifths and eight fifths of the average, one in 20 on none. */
    long hosts(long index, Population population) {
        if (hostsPerCve == 0 || seeded.oneIn(20, Trait.CVE_HOSTS, index)) {
            return 0;
        }
        long permille = 450 + seeded.below(Trait.CVE_HOSTS, index + 1, 1_206);
        return Math.min(population.size(), Math.max(1, hostsPerCve * permille / 1000));
    }

    /** The n-th of so many hosts: each has a part of the population of its own, so that they differ and grow. */
    long host(long index, long place, long count, Population population) {
        return population.host(member(index, place, count, population.size()));
    }

    /** Whether a host is among those that {@link #host} lists. */
    boolean affects(long index, long host, Population population) {
        long member = population.member(host);
        long count = member < 0 ? 0 : hosts(index, population);
        if (count == 0) {
            return false;
        }
        long place = member * count / population.size();
        return near(index, place, count, population.size(), member)
                || near(index, place + 1, count, population.size(), member);
    }

    private boolean near(long index, long place, long count, long size, long member) {
        return place < count && member(index, place, count, size) == member;
    }

    private long member(long index, long place, long count, long size) {
        long from = place * size / count;
        long to = (place + 1) * size / count;
        return from + seeded.below(Trait.CVE_HOSTS, index * 1_000_003 + place, to - from);
    }
}
