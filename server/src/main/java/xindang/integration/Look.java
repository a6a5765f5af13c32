package xindang.integration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at a file found (文件初读): its columns, what is meant, and what stays open.
 *
 * @param above rows above the header: titles, a unit for all amounts
 * @param headers texts of the header row
 * @param headerLine line of the header, from 1
 * @param acrossLines whether quoted cells may hold line ends
 * @param samples first values of each column
 * @param guess how each field was found: by its name, {@code content}, {@code remembered} or {@code chosen}
 * @param questions what the file leaves open
 * @param orders order of dates by field, where a column shows it
 * @param commas whether amounts have a decimal comma, by field
 * @param fingerprint hash of the header, under which mappings are remembered
 * @param problem code of what makes the file unreadable as it is mapped; null if nothing does
 */
public record Look(
        List<List<String>> above,
        List<String> headers,
        int headerLine,
        boolean acrossLines,
        List<List<String>> samples,
        Map<String, String> guess,
        List<Question> questions,
        Map<String, String> orders,
        Map<String, Boolean> commas,
        String fingerprint,
        @Nullable String problem) {

    /**
     * Something a person must say.
     *
     * @param column number of the column from 0; null if it is about no single one
     * @param field field it is about
     * @param code what is open, such as {@code date-order-ambiguous}
     * @param choices possible answers: headers, date orders, currencies
     */
    public record Question(@Nullable Integer column, String field, String code, List<String> choices) {}
}
