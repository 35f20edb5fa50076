package io.plumbline.simulator.data;

import java.util.List;

/** Numbers that depend on nothing but the seed, what they are for, and an index; nothing is stored. Thread-safe. */
final class Seeded {

    /** What a number is for. Two traits of one thing are independent of each other. */
    enum Trait {
        ID_HIGH,
        ID_LOW,
        BLOCK,
        ROLE,
        SITE,
        SHARED_NAME,
        STATUS,
        LAST_SEEN,
        FIRST_SEEN,
        USER,
        TAG,
        GROUP,
        NETWORK,
        VERSION,
        QUIRK,
        CVE_NAME,
        CVE_SCORE,
        CVE_PRODUCT,
        CVE_TEXT,
        CVE_DATE,
        CVE_HOSTS,
        CVE_EXCLUDED,
        CVE_QUIRK
    }

    private final long seed;

    Seeded(long seed) {
        this.seed = mix(seed + 0x9E3779B97F4A7C15L);
    }

    /** 64 evenly spread bits. */
    long bits(Trait trait, long index) {
        return mix(mix(seed ^ indexOf(trait.name())) + index * 0x9E3779B97F4A7C15L);
    }

    /** A number from 0 on and below {@code bound}. */
    long below(Trait trait, long index, long bound) {
        return Long.remainderUnsigned(bits(trait, index), bound);
    }

    /** True for one index in {@code many}. */
    boolean oneIn(long many, Trait trait, long index) {
        return below(trait, index, many) == 0;
    }

    <T> T pick(List<T> from, Trait trait, long index) {
        return from.get((int) below(trait, index, from.size()));
    }

    /** An index for a thing that has a name instead of a number. */
    static long indexOf(String name) {
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + name.charAt(i));
        }
        return hash >>> 1;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
