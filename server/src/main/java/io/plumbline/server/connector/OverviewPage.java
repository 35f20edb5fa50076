package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.connector.ConnectorFacts.Holdings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connector at a glance.
 *
 * @param latest null before the first sync
 * @param address where the vendor is
 * @param summary what it does, in sentences
 */
public record OverviewPage(
        ConnectorHeader header,
        ConnectorDescriptor type,
        Holdings holdings,
        @Nullable LatestSync latest,
        String address,
        List<String> summary) {}
