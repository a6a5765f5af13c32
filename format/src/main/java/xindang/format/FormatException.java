package xindang.format;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used (格式错误), with everything that is wrong with it. */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FormatProblem> problems;

    /** One or more problems. */
    public FormatException(List<FormatProblem> problems) {
        super(problems.stream().map(FormatProblem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one problem. */
    public List<FormatProblem> problems() {
        return problems;
    }
}
