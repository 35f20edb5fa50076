package io.plumbline.simulator.data;

import io.plumbline.simulator.data.Seeded.Trait;
import org.jspecify.annotations.Nullable;

/**
 * The seeded hosts that a vulnerability can be found on: all of one platform, or all. Members are numbered without gaps, and
 * number and host are computed from each other. Hosts past the last full block belong to no platform's population.
 */
final class Population {

    private final Seeded seeded;
    private final long endpoints;
    private final @Nullable Platform platform;

    /** @param platform null for all hosts; a tenant smaller than one block has no other population */
    Population(Seeded seeded, long endpoints, @Nullable Platform platform) {
        this.seeded = seeded;
        this.endpoints = endpoints;
        this.platform = endpoints < Platform.BLOCK ? null : platform;
    }

    long size() {
        return platform == null ? endpoints : endpoints / Platform.BLOCK * platform.share;
    }

    /** The host with a number. */
    long host(long member) {
        if (platform == null) {
            return member;
        }
        long block = member / platform.share;
        long position = platform.start() + member % platform.share;
        return block * Platform.BLOCK
                + Math.floorMod(position - rotation(seeded, block * Platform.BLOCK), Platform.BLOCK);
    }

    /** The number of a host, -1 where it is no member. */
    long member(long host) {
        if (platform == null) {
            return host;
        }
        int position = position(seeded, host) - platform.start();
        long block = host / Platform.BLOCK;
        boolean inside = position >= 0 && position < platform.share && block < endpoints / Platform.BLOCK;
        return inside ? block * platform.share + position : -1;
    }

    /** The platform of any host. */
    static Platform platformOf(Seeded seeded, long host) {
        return Platform.at(position(seeded, host));
    }

    private static int position(Seeded seeded, long host) {
        return (int) ((host % Platform.BLOCK + rotation(seeded, host)) % Platform.BLOCK);
    }

    private static int rotation(Seeded seeded, long host) {
        return (int) seeded.below(Trait.BLOCK, host / Platform.BLOCK, Platform.BLOCK);
    }
}
