package io.plumbline.server.inventory;

/** What comes of comparing the source's numbers with the inventory's; the later, the worse. */
public enum Verdict {
    /** The same number, and no difference. */
    MATCHES,
    /** Every difference has its reason, and together they are the gap. */
    EXPLAINED,
    /** Something differs that no rule accounts for. */
    UNEXPLAINED;

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
