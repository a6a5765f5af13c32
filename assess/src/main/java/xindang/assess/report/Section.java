package xindang.assess.report;

/** One section of the page. */
interface Section {

    /** Its anchor; the title is the text {@code section.<id>}. */
    String id();

    /** Whether there is anything to show. */
    default boolean applies() {
        return true;
    }

    /** Writes what stands under the title. */
    void write(Html html);
}
