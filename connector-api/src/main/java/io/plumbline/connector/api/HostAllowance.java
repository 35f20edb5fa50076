package io.plumbline.connector.api;

/** Which hosts the operator allows connectors to reach beyond the vendor's own domains. Safe for many threads. */
@FunctionalInterface
public interface HostAllowance {

    /**
     * @param host a host name or address literal, lower case, without brackets
     * @param port 1 to 65535
     */
    boolean allows(String host, int port);
}
