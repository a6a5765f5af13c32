package xindang.secrecy;

/**
 * How the house keeps secrets (保密设置).
 *
 * @param shownInLists whether files above a reader's clearance stay in lists with number and name
 * @param segregation {@code strict} or {@code recorded-exception}
 * @param agreement whether only who has acknowledged the confidentiality agreement gets in
 * @param renewalMonths so long an acknowledgement counts
 * @param secondFactor who gets no further without a second factor: {@code free} (nobody), {@code administrators} (whoever
 *     rules over people or secrets) or {@code everybody}
 * @param version version a change starts from; 0 as long as nobody changed anything
 */
public record SecrecySettings(
        boolean shownInLists,
        String segregation,
        boolean agreement,
        int renewalMonths,
        String secondFactor,
        int version) {

    /** What holds as long as nobody changed anything. */
    public static final SecrecySettings USUAL = new SecrecySettings(true, "strict", false, 12, "free", 0);
}
