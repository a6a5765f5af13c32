package xindang.platform.backup.store;

import java.util.List;

/**
 * What an export of tables holds (导出结构), before the rows.
 *
 * @param tables tables with the columns that rows have
 * @param partitions partitions that were made after migration
 * @param sequences where sequences stood
 */
record Layout(List<Table> tables, List<Partition> partitions, List<Sequence> sequences) {

    /** Folder of the export in a backup. */
    static final String FOLDER = "database";

    /** Its entry. */
    static final String ENTRY = FOLDER + "/layout.json";

    /**
     * A table.
     *
     * @param name its name
     * @param columns columns in the order of the rows, without computed ones
     */
    record Table(String name, List<String> columns) {}

    /**
     * A partition.
     *
     * @param name its name
     * @param parent the table it is a part of
     * @param bound which rows, as PostgreSQL writes it
     */
    record Partition(String name, String parent, String bound) {}

    /**
     * A sequence.
     *
     * @param name its name
     * @param last last value given out
     */
    record Sequence(String name, long last) {}
}
