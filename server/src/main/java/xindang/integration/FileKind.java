package xindang.integration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import xindang.intake.TableReader;
import xindang.platform.access.Caller;

/** A kind of files that can be brought in (导入类型). */
public interface FileKind {

    /** A field: its key and whether it is required. */
    record FieldKey(String key, boolean required) {}

    /** A look at a file and the mapping it suggests. */
    record Looked(Look look, Mapping mapping) {}

    /** {@code customers} or {@code invoices}. */
    String key();

    /** Right that whoever brings such a file in needs at the company, beside that of importing. */
    String right();

    /** The fields. */
    List<FieldKey> fields();

    /**
     * Looks at a file.
     *
     * @param mapping what somebody chose; null to guess
     */
    Looked look(Path file, @Nullable Mapping mapping);

    /** Opens the file as a table of texts, as {@link #read} sees it. */
    TableReader open(Path file);

    /**
     * Reads a whole file.
     *
     * @param by who brings it in
     * @param edits table of corrected rows under the same header, or null
     * @param reading told the bytes read so far, where the reader knows; nobody else is told of the file itself
     */
    Content read(
            Caller by, UUID company, Path file, @Nullable Path edits, Look look, Mapping mapping, LongConsumer reading);

    /** What is wrong with the rows of a small table by themselves, as a request may ask for. */
    Checked judge(UUID company, Path table, Look look, Mapping mapping);

    /** A file that was read. */
    interface Content {

        /** What reading came to; faults of the file itself. */
        Checked checked();

        /** Faults of the corrected rows, by line of their table. */
        Checked edits();

        /**
         * Brings everything in, within a transaction of {@code engineTransactions}.
         *
         * @param rows told how many rows are written so far
         */
        Brought bring(Confirmation confirmation, LongConsumer rows);
    }

    /** What was brought in. */
    record Brought(
            List<UUID> created,
            long customersNew,
            long customersKnown,
            long customersUpdated,
            long itemsNew,
            long itemsUpdated,
            long itemsUnchanged) {

        /** Whether items came or changed, so that customers have to be assessed anew. */
        public boolean hasItems() {
            return itemsNew + itemsUpdated > 0;
        }
    }

    /** By whom, for which company and on which day a file is brought in. */
    record Confirmation(Caller by, UUID company, UUID importId, LocalDate today, OffsetDateTime at) {}
}
