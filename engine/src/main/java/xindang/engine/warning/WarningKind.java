package xindang.engine.warning;

/** Kinds of warning rule that a policy switches on and off (EWS-05); those a receivables ledger can speak about. */
public enum WarningKind {
    /** Overdue record (逾期记录). */
    OVERDUE_RECORD("overdueRecord"),
    /** A grade on the list of grades that warn by themselves (低等级). */
    LOW_GRADE("lowGrade"),
    /** One customer holds too large a part of the receivables (集中度). */
    CONCENTRATION("concentration"),
    /** The customer pays later than it used to (付款变慢). */
    SLOWER_PAYMENT("slowerPayment"),
    /** Open items are disputed (投诉或争议). */
    COMPLAINT_OR_DISPUTE("complaintOrDispute");

    private final String code;

    WarningKind(String code) {
        this.code = code;
    }

    /** The kind's code in policies. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
