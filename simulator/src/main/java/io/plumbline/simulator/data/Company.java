package io.plumbline.simulator.data;

import io.plumbline.simulator.data.Seeded.Trait;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The seeded hosts of a tenant. Everything about host {@code i} is computed from the seed and {@code i} when it is asked for,
 * so that a million of them take no memory. Thread-safe.
 */
final class Company {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long HEARTBEAT = 5 * MINUTE;
    private static final long FIRST_ROLLOUT =
            Instant.parse("2023-01-09T06:00:00Z").toEpochMilli();

    final Seeded seeded;
    final long size;
    final EndpointIds ids;
    private final long start;

    /** @param start since when hosts that are not connected have been counted as away, epoch milliseconds */
    Company(long seed, long size, long start) {
        this.seeded = new Seeded(seed);
        this.size = size;
        this.ids = new EndpointIds(seeded, size);
        this.start = start;
    }

    Platform platform(long host) {
        return Population.platformOf(seeded, host);
    }

    boolean server(long host) {
        long percent = seeded.below(Trait.ROLE, host, 100);
        return switch (platform(host)) {
            case WINDOWS -> percent < 35;
            case LINUX -> percent < 85;
            case MACOS, ANDROID -> false;
        };
    }

    /** One host in 150 has the name of another of its platform, as after a re-installation. */
    String name(long host) {
        if (seeded.oneIn(150, Trait.SHARED_NAME, host)) {
            for (long other = host - 1; other >= Math.max(0, host - 2L * Platform.BLOCK); other--) {
                if (platform(other) == platform(host)) {
                    return ownName(other);
                }
            }
        }
        return ownName(host);
    }

    private String ownName(long host) {
        var site = seeded.pick(Words.SITES, Trait.SITE, host);
        var upperSite = site.toUpperCase(Locale.ROOT);
        return switch (platform(host)) {
            case WINDOWS ->
                server(host)
                        ? numbered(upperSite + "-" + seeded.pick(Words.WINDOWS_SERVERS, Trait.GROUP, host) + "-", host)
                        : numbered(upperSite + "-LT-", host);
            case LINUX -> numbered(site + "-" + seeded.pick(Words.LINUX_SERVERS, Trait.GROUP, host) + "-", host);
            // The curly apostrophe is what macOS itself puts there.
            case MACOS -> numbered(seeded.pick(Words.MAC_OWNERS, Trait.USER, host) + "\u2019s MacBook Pro ", host);
            case ANDROID -> numbered("SM-S911B-", host);
        };
    }

    private static String numbered(String prefix, long host) {
        var digits = Long.toString(host);
        return prefix + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    String status(long host) {
        long percent = seeded.below(Trait.STATUS, host, 100);
        return percent < 82 ? "CONNECTED" : percent < 95 ? "DISCONNECTED" : percent < 99 ? "LOST" : "UNINSTALLED";
    }

    /** When a host was last seen, epoch milliseconds: within five minutes for those connected, fixed for the others. */
    long lastSeen(long host, String status, long now) {
        return switch (status) {
            case "CONNECTED" -> now - Math.floorMod(now - seeded.below(Trait.LAST_SEEN, host, HEARTBEAT), HEARTBEAT);
            case "DISCONNECTED" -> start - 2 * DAY - seeded.below(Trait.LAST_SEEN, host, 18 * DAY);
            default -> start - 35 * DAY - seeded.below(Trait.LAST_SEEN, host, 50 * DAY);
        };
    }

    long firstSeen(long host) {
        long rolledOut = FIRST_ROLLOUT + seeded.below(Trait.FIRST_SEEN, host, 700 * DAY);
        return Math.min(rolledOut, start - 100 * DAY);
    }

    /** The name of the operating system and its build. */
    List<String> system(long host) {
        var systems = switch (platform(host)) {
            case WINDOWS -> server(host) ? Words.WINDOWS_SERVER_SYSTEMS : Words.WINDOWS_CLIENT_SYSTEMS;
            case LINUX -> Words.LINUX_SYSTEMS;
            case MACOS -> Words.MAC_SYSTEMS;
            case ANDROID -> Words.ANDROID_SYSTEMS;
        };
        return Arrays.asList(seeded.pick(systems, Trait.VERSION, host).split("\\|", 2));
    }
}
