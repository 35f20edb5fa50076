package io.plumbline.server.connector;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connector as the REST API shows it. It has no place for a secret. */
record ConnectorView(
        String id,
        String type,
        String name,
        @Nullable String gatewayId,
        Map<String, String> settings,
        DataPulling dataPulling,
        Connection connection,
        @Nullable Schedule schedule,
        ConnectorStatus status,
        @Nullable Object lastSync,
        @Nullable Instant nextSyncAt,
        long assetCount,
        long openFindingCount,
        @Nullable LatestValidation validation,
        long revision) {}
