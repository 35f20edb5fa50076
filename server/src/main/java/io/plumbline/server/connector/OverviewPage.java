package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.connector.ConnectorFacts.Holdings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connector at a glance.
 *
 * @param latest null before the first sync
 * @param validation null before the first
 * @param address where the vendor is
 * @param summary what it does, in sentences
 */
public record OverviewPage(
        ConnectorHeader header,
        ConnectorDescriptor type,
        Holdings holdings,
        @Nullable LatestSync latest,
        @Nullable LatestValidation validation,
        String address,
        List<String> summary) {}
