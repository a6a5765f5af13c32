package xindang.customerfile;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of the customer file (客户档案问题代码). */
public enum CustomerProblem implements ProblemCode {
    /** The company has a file of this customer. */
    CUSTOMER_EXISTS(409);

    private final int status;

    CustomerProblem(int status) {
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
