package xindang.library;

import java.util.Arrays;
import java.util.Locale;

/** What a template is for (模板分类), in the order in which the library shows them. */
public enum LibraryGroup {
    /** Getting to know a customer (资信). */
    INVESTIGATION,
    /** Rating and review (评审). */
    EVALUATION,
    /** Limits, terms and orders (额度). */
    LIMIT,
    /** Contracts (合同). */
    CONTRACT,
    /** Receivables and collection (收款). */
    COLLECTION,
    /** Contact with customers (客户沟通). */
    RELATION,
    /** Files and their rooms (档案). */
    ARCHIVE,
    /** Confidentiality, audit and improvement (审计). */
    AUDIT,
    /** People and what they learn (培训). */
    TRAINING,
    /** Lists that are gone through item by item (检查表). */
    CHECKLIST;

    /** Name in files and interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The group with a name.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    static LibraryGroup named(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the library has no group " + code));
    }
}
