package io.plumbline.server.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What an archive holds; its first entry, {@value #ENTRY}.
 *
 * @param format the layout of the archive; a program reads those up to its own
 * @param schemaVersion the migration the tables are at
 * @param masterKey whether the key that decrypts the secrets is in the archive
 * @param tables in the order in which they can be filled: what is referred to comes first
 * @param identities where the numbering of ids goes on
 */
record Manifest(
        int format,
        String schemaVersion,
        Instant createdAt,
        boolean masterKey,
        List<Table> tables,
        List<Identity> identities) {

    static final String ENTRY = "manifest.json";
    static final String MASTER_KEY_ENTRY = "master-key";
    static final int FORMAT = 1;

    /** @param next the next id that will be given */
    record Identity(String table, String column, long next) {}

    /**
     * One table, or one partition of a table.
     *
     * @param parent the partitioned table it belongs to; empty for a table of its own
     * @param bound the partition's bound as PostgreSQL writes it; empty for a table of its own
     * @param columns without those that are computed
     */
    record Table(String name, String parent, String bound, List<String> columns) {

        String entry() {
            return "tables/" + name + ".copy";
        }

        String columnList() {
            return "(" + String.join(", ", columns) + ")";
        }

        boolean isPartition() {
            return !parent.isEmpty();
        }
    }
}
