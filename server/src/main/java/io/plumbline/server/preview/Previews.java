package io.plumbline.server.preview;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import io.plumbline.server.sync.DryRun;
import io.plumbline.server.sync.DryRuns;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people and programs ask of previews. Safe for many threads. */
@Component
final class Previews {

    private final PreviewStore store;
    private final DryRuns runs;

    Previews(PreviewStore store, DryRuns runs) {
        this.store = store;
        this.runs = runs;
    }

    PreviewView request(Connector connector, Optional<DataPulling> trial) {
        return PreviewView.of(runs.preview(connector, trial), Optional.empty());
    }

    /** @throws NotFound where the connector has none with this id, or has no longer */
    PreviewView get(Connector connector, String id) {
        return NumberedId.of(id, 1)
                .map(List::getFirst)
                .flatMap(runs::preview)
                .filter(run -> run.connectorId() == connector.id())
                .map(this::view)
                .orElseThrow(() -> new NotFound("The connector has no preview with this id."));
    }

    /** The last that somebody has asked for. */
    Optional<PreviewView> newest(Connector connector) {
        return runs.newestPreview(connector.id()).map(this::view);
    }

    /** The figures are committed together with the end of the run, and so are there where that is seen. */
    private PreviewView view(DryRun run) {
        return PreviewView.of(run, store.find(run.id()));
    }
}
