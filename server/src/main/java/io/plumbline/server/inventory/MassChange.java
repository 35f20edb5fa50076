package io.plumbline.server.inventory;

/**
 * How much a change set would take out of sight: the figures of the mass-change guard.
 *
 * @param assetsLeaving assets that would leave ACTIVE, of {@code assetsBefore}
 * @param findingsLeaving findings that would leave the open inventory, of {@code findingsBefore}; those that leave only because
 *     their asset is archived are not counted a second time
 */
public record MassChange(long assetsLeaving, long assetsBefore, long findingsLeaving, long findingsBefore) {

    private static final int TOO_FEW_TO_MATTER = 20;

    /** @param percent 1 to 100; 100 never trips */
    public boolean exceeds(int percent) {
        return exceeds(assetsLeaving, assetsBefore, percent) || exceeds(findingsLeaving, findingsBefore, percent);
    }

    private static boolean exceeds(long leaving, long before, int percent) {
        return leaving >= TOO_FEW_TO_MATTER && leaving * 100 > percent * before;
    }
}
