/**
 * Connectors: what a person configures, checks and deletes. The one writer of the tables {@code connector} and {@code
 * connector_secret}, and the REST calls on them.
 *
 * <p>Other packages read connectors through {@link io.plumbline.server.connector.Connectors}, hear of changes as a {@link
 * io.plumbline.server.connector.ConnectorListener}, add what they know to the representation as {@link
 * io.plumbline.server.connector.ConnectorFacts}, and reach a vendor through {@link
 * io.plumbline.server.connector.ConnectorOpener}.
 */
@NullMarked
package io.plumbline.server.connector;

import org.jspecify.annotations.NullMarked;
