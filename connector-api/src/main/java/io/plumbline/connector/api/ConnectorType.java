package io.plumbline.connector.api;

/**
 * One kind of source, found by {@link java.util.ServiceLoader}. Implementations are stateless and safe for use by many
 * threads; a public no-argument constructor is required.
 */
public interface ConnectorType {

    /** What the library shows of this type; the same value at every call. */
    ConnectorDescriptor descriptor();

    /**
     * Checks and normalises what a person entered, without touching the network.
     *
     * @param entered the values by setting key, as entered; absent keys were left out
     * @param allowance tells which hosts the operator allows beyond the vendor's own domains
     */
    SettingsOutcome validate(SettingValues entered, HostAllowance allowance);

    /**
     * Opens a connector on settings that {@link #validate} accepted. Opening does no I/O; the caller closes what it opens.
     */
    Connector open(ConnectorContext context);
}
