package xindang.receivable;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of receivables (应收问题代码). */
public enum ReceivableProblem implements ProblemCode {
    /** Nobody knows what will be open on a day to come. */
    FUTURE_DATE(422);

    private final int status;

    ReceivableProblem(int status) {
        this.status = status;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
