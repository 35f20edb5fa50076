package io.plumbline.connector.api;

import java.time.Clock;

/**
 * What a connector is opened with.
 *
 * @param settings normalised settings, secrets included
 * @param transport the only way to the network; already carries proxy, trust, address rules and the rate budget
 * @param clock the one clock; never the system's own
 */
public record ConnectorContext(SettingValues settings, HttpTransport transport, Clock clock) {}
