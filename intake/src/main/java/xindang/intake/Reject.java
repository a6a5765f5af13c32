package xindang.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row that was refused.
 *
 * @param file index of the file in {@link Ledger#readings()}
 * @param line physical line in the file (row of the sheet) where the row starts, from 1
 * @param field the field at fault, null where it is the row as a whole
 * @param code why
 * @param value what stood in the cell, cut at {@value #LONGEST} bytes
 */
public record Reject(int file, int line, @Nullable Field field, RejectCode code, String value) {

    /** Longest value kept: a hostile file must not fill the memory with its own faults. */
    static final int LONGEST = 200;
}
