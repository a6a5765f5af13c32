package xindang.calendar;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of the calendar (日历问题代码). */
public enum CalendarProblem implements ProblemCode {
    /** The file is none of holidays, or contradicts itself or another year; its reasons say where and why. */
    HOLIDAYS_UNFIT(422);

    private final int status;

    CalendarProblem(int status) {
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
