package io.plumbline.server.inventory;

import java.util.List;

/**
 * What a run would change, computed and lying in its staging schema; nothing of the inventory has been touched. Guard, preview and
 * apply all read this one set.
 *
 * @param movedFindings findings that are created, change state, or enter or leave the inventory
 * @param unmatchedByCase of the unmatched pairs, how many fail only because the name is written in another case
 * @param unmatchedExamples some names that no asset bears
 */
public record ChangeSet(
        Fence fence,
        Rules rules,
        Evidence evidence,
        ChangeCounts counts,
        MassChange massChange,
        long movedFindings,
        long unmatchedByCase,
        List<String> unmatchedExamples) {}
