package io.plumbline.server.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern VERSION = Pattern.compile("[0-9]+([._][0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern BOUND = Pattern.compile("FOR VALUES IN \\('?[0-9]+'?\\)|DEFAULT");

    /** What an archive names goes into statements: nothing but plain names may, whoever wrote the archive. */
    boolean isSound() {
        return schemaVersion != null
                && VERSION.matcher(schemaVersion).matches()
                && tables != null
                && identities != null
                && tables.stream().allMatch(table -> table != null && table.isSound());
    }

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

        private boolean isSound() {
            return isName(name)
                    && columns != null
                    && !columns.isEmpty()
                    && columns.stream().allMatch(Manifest::isName)
                    && parent != null
                    && bound != null
                    && (parent.isEmpty()
                            ? bound.isEmpty()
                            : isName(parent) && BOUND.matcher(bound).matches());
        }

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

    private static boolean isName(@Nullable String text) {
        return text != null && NAME.matcher(text).matches();
    }
}
