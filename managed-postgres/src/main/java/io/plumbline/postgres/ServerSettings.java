package io.plumbline.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of every start. They go on the command line, so that no file in the cluster can fall behind the program. */
final class ServerSettings {

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            // Reached by this machine only, over TCP, because the driver knows no Unix sockets.
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "60"),
            // Nothing replicates from it: half the log to write. A COPY into a table of the same transaction writes
            // none.
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            // Compiling costs more than it saves on pages of fifty rows.
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // Its log tells of the server, never of the inventory: statements, parameters, values and key conflicts
            // stay out. An error of a statement goes to the client, who knows what may be shown.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_checkpoints", "off"));

    private ServerSettings() {}

    /** As arguments of {@code postgres}, {@code overrides} going before the built-in ones. */
    static List<String> arguments(Map<String, String> overrides) {
        var settings = new TreeMap<>(ALWAYS);
        settings.putAll(overrides);
        var arguments = new ArrayList<String>();
        settings.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
