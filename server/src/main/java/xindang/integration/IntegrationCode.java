package xindang.integration;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** The kinds of refusals of imports (导入问题代码). */
public enum IntegrationCode implements ProblemCode {
    FILE_UNUSABLE(422),
    IMPORT_NOT_READY(409),
    IMPORT_HAS_ERRORS(422),
    IMPORT_HAS_DEPENDENTS(409),
    IMPORT_TOO_OLD(409),
    FILE_CHANGED(409);

    private final int status;

    IntegrationCode(int status) {
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
