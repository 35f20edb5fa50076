/**
 * What a connector is, and nothing about how the server keeps what it reads.
 *
 * <p>A {@link io.plumbline.connector.api.ConnectorType} describes one kind of source and opens {@link
 * io.plumbline.connector.api.Connector}s for it. A connector tests its connection and reads its source by pushing records
 * into sinks that may block. It reaches the network only through the {@link io.plumbline.connector.api.HttpTransport} it is
 * given, so that proxies, gateways, address rules and the rate budget are the server's business alone.
 */
@NullMarked
package io.plumbline.connector.api;

import org.jspecify.annotations.NullMarked;
