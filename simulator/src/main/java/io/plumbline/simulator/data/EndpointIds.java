package io.plumbline.simulator.data;

import io.plumbline.simulator.data.Seeded.Trait;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The ids of seeded endpoints: 32 lower-case hexadecimal digits that grow with the index, so that pages sorted by id need no
 * sorting. Each index owns an equal part of the range of the first 64 bits and lies somewhere in it.
 */
final class EndpointIds {

    private static final HexFormat HEX = HexFormat.of();

    private final Seeded seeded;
    private final long endpoints;
    private final long part;

    EndpointIds(Seeded seeded, long endpoints) {
        this.seeded = seeded;
        this.endpoints = endpoints;
        this.part = Long.divideUnsigned(-1L, Math.max(1, endpoints));
    }

    String id(long index) {
        long high = index * part + seeded.below(Trait.ID_HIGH, index, part);
        return HEX.toHexDigits(high) + HEX.toHexDigits(seeded.bits(Trait.ID_LOW, index));
    }

    /** The index of an id, or nothing where no seeded endpoint has it. */
    OptionalLong index(String id) {
        long index = floor(id);
        return index >= 0 && index < endpoints && id(index).equals(id) ? OptionalLong.of(index) : OptionalLong.empty();
    }

    /** How many seeded ids sort before this one, whatever it looks like. */
    long before(String id) {
        long low = 0;
        long high = endpoints;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (id(middle).compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long floor(String id) {
        if (id.length() != 32 || !id.chars().allMatch(HexFormat::isHexDigit)) {
            return -1;
        }
        return Long.divideUnsigned(HexFormat.fromHexDigitsToLong(id, 0, 16), part);
    }
}
