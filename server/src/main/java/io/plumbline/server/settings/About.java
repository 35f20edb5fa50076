package io.plumbline.server.settings;

/**
 * What this installation is.
 *
 * @param version of the program; {@code development} where it does not run from its archive
 * @param database PostgreSQL's version
 * @param embedded whether the database is the program's own
 * @param databaseSize as a person reads it
 * @param schema version of the tables
 */
public record About(
        String version, String database, boolean embedded, String databaseSize, String schema, String dataFolder) {}
