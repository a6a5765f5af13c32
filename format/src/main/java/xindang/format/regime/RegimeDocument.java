package xindang.format.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regime as people read it (制度文件), written from the parameters in force and nothing else, so that document and behaviour cannot
 * differ.
 *
 * @param title title
 * @param facts lines under the title: company, first day, who interprets
 * @param chapters chapters in order
 * @param annexes what follows them: legal basis, values applied where the regime is silent, history
 */
public record RegimeDocument(
        String title, List<DocumentFact> facts, List<DocumentChapter> chapters, List<DocumentAnnex> annexes) {

    /** Copies the lists. */
    public RegimeDocument {
        facts = List.copyOf(facts);
        chapters = List.copyOf(chapters);
        annexes = List.copyOf(annexes);
    }

    /** A named line. */
    public record DocumentFact(String name, String text) {}

    /**
     * A chapter (章).
     *
     * @param number number with its signs, as it is printed
     * @param title title
     * @param clauses clauses in order
     */
    public record DocumentChapter(String number, String title, List<DocumentClause> clauses) {

        /** Copies the list. */
        public DocumentChapter {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A clause (条).
     *
     * @param number number as it is printed
     * @param text what it says
     * @param table table below it
     * @param parameter parameter it is written from; null for a definition
     */
    public record DocumentClause(
            String number,
            String text,
            @Nullable DocumentTable table,
            @Nullable String parameter) {}

    /** A table; every row has as many cells as the head. */
    public record DocumentTable(List<String> head, List<List<String>> rows) {

        /** Copies the lists. */
        public DocumentTable {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** What follows the chapters. */
    public record DocumentAnnex(
            String title, List<String> paragraphs, @Nullable DocumentTable table) {

        /** Copies the list. */
        public DocumentAnnex {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
