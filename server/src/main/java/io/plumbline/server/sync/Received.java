package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeCounts;
import org.jspecify.annotations.Nullable;

/** How much a run has received so far: what a sync keeps that does not succeed. Used by one thread. */
final class Received {

    private long assets;
    private ChangeCounts.@Nullable Findings findings = ChangeCounts.Findings.onlyReceived(0);

    /** @return how many more than before */
    long assets(long distinct) {
        long more = distinct - assets;
        assets = distinct;
        return more;
    }

    void pairs(long distinct) {
        findings = ChangeCounts.Findings.onlyReceived(distinct);
    }

    void computed(ChangeCounts counts) {
        assets = counts.assets().received();
        findings = counts.findings() == null
                ? null
                : ChangeCounts.Findings.onlyReceived(counts.findings().received());
    }

    ChangeCounts counts() {
        return new ChangeCounts(ChangeCounts.Assets.onlyReceived(assets), findings);
    }
}
