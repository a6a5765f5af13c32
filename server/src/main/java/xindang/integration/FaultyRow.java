package xindang.integration;

import java.util.List;

/**
 * A row that needs a look (问题行).
 *
 * @param line line in the file, from 1
 * @param severity {@code error}, {@code warning}, or {@code good} once it is corrected
 * @param cells cells, with what was corrected by hand
 * @param faults what is wrong
 * @param edited whether somebody corrected it
 */
public record FaultyRow(int line, String severity, List<String> cells, List<Fault> faults, boolean edited) {

    /** Copies the lists. */
    public FaultyRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
    }
}
