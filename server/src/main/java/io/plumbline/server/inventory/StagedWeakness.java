package io.plumbline.server.inventory;

import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.server.platform.database.Folding;

/** Writes a weakness as the staging table has it. */
final class StagedWeakness {

    private StagedWeakness() {}

    static void write(CopyRow out, int row, WeaknessRecord weakness) {
        out.number(row)
                .text(weakness.name())
                .text(Folding.fold(weakness.name()))
                .number(weakness.severity().level())
                .decimal(weakness.severityScore())
                .text(weakness.vendorSeverity())
                .text(weakness.description())
                .text(weakness.description() == null ? null : Folding.fold(weakness.description()))
                .bool(weakness.excluded())
                .bool(weakness.evidence() == WeaknessRecord.HostEvidence.COMPLETE)
                .number(weakness.vendorAffectedCount())
                .array(weakness.affectedProducts())
                .array(weakness.affectedProducts().stream().map(Folding::fold).toList())
                .time(weakness.publishedAt())
                .decimal(weakness.exploitabilityScore())
                .decimal(weakness.impactScore())
                .text(weakness.type());
    }
}
