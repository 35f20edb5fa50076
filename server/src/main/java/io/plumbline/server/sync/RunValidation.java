package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Comparison;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.Validation;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the inventory against what a run has read. Safe for many threads. */
@Component
final class RunValidation {

    private static final Logger LOG = LoggerFactory.getLogger(RunValidation.class);

    private final Inventory inventory;
    private final DryEnd dryEnd;
    private final SyncReading reading;
    private final ValidationSink sink;
    private final TransactionTemplate nested;

    RunValidation(
            Inventory inventory,
            DryEnd dryEnd,
            SyncReading reading,
            ValidationSink sink,
            PlatformTransactionManager transactions) {
        this.inventory = inventory;
        this.dryEnd = dryEnd;
        this.reading = reading;
        this.sink = sink;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * At the end of the transaction that applies a sync: who sees its changes sees the verdict. The changes stand, whatever becomes
     * of this.
     */
    void afterSync(LiveRun live, ChangeSet changes) {
        try {
            nested.executeWithoutResult(_ -> validate(live, changes, OptionalLong.empty()));
        } catch (DataAccessException e) {
            LOG.warn("sync {} was not validated", live.run().id(), e);
            live.say(LogLine.Level.WARN, "The inventory could not be compared with the vendor's numbers.");
        }
    }

    /** Ends a run that has read everything to compare it and nothing else. */
    void onDemand(LiveRun live, ChangeSet changes) {
        dryEnd.conclude(
                live,
                changes,
                () -> validate(live, changes, reading.lastSucceeded(live.run().connectorId())));
    }

    /** @param lastSync whose changes are in the inventory; empty: those of this run */
    private void validate(LiveRun live, ChangeSet changes, OptionalLong lastSync) {
        Run run = live.run();
        Validation validation = inventory.validate(changes, lastSync.isEmpty());
        sink.add(run.connectorId(), run.id(), lastSync.orElse(run.id()), run.startedAt(), validation);
        tell(live, validation);
    }

    private static void tell(LiveRun live, Validation validation) {
        LogLine.Level level = switch (validation.verdict()) {
            case MATCHES, EXPLAINED -> LogLine.Level.INFO;
            case UNEXPLAINED -> LogLine.Level.WARN;
        };
        live.say(
                level,
                "Compared with the vendor's numbers: "
                        + validation.verdict().name().toLowerCase(Locale.ROOT) + ". "
                        + words("Assets", validation.assets())
                        + words(" Findings", validation.findings()));
        validation
                .irregularities()
                .forEach(line -> live.say(LogLine.Level.WARN, "The inventory does not fit together: " + line + "."));
    }

    private static String words(String what, @Nullable Comparison part) {
        return part == null
                ? ""
                : String.format(Locale.ROOT, "%s: %,d there, %,d here.", what, part.vendor(), part.inventory());
    }
}
