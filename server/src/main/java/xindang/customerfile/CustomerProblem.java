package xindang.customerfile;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of the customer file (客户档案问题代码). */
public enum CustomerProblem implements ProblemCode {
    /** The company has a file of this customer. */
    CUSTOMER_EXISTS(409),
    /** Nothing is there to be handed over, or it stands on another slip. */
    NOTHING_TO_HAND_OVER(409),
    /** The slip was signed by this side, refused or withdrawn. */
    SLIP_NOT_OPEN(409),
    /** The giver can sign himself. */
    GIVER_CAN_SIGN(409),
    /** The receiver may not read all of the files. */
    RECEIVER_MAY_NOT_READ(409);

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
