package xindang.forms;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of forms (表单问题代码). */
public enum FormProblem implements ProblemCode {
    /** The definition is none; its reasons say where and why. */
    FORM_UNFIT(422),
    /** The form has no draft that could be changed. */
    FORM_WITHOUT_DRAFT(409),
    /** The form has a draft already. */
    FORM_HAS_DRAFT(409),
    /** The draft was not checked since its last change, or the check found something. */
    FORM_NOT_CHECKED(409),
    /** No version of the form was published yet. */
    FORM_NOT_PUBLISHED(409),
    /** Values do not fit; its reasons say which and why. */
    RECORD_UNFIT(422),
    /** The record is void. */
    RECORD_VOID(409),
    /** The customer file has this set of own fields already. */
    RECORD_EXISTS(409),
    /** The file is no table, or has rows that do not fit. */
    RECORDS_UNFIT(422);

    private final int status;

    FormProblem(int status) {
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
