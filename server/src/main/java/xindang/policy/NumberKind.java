package xindang.policy;

import java.util.Arrays;
import java.util.Optional;

/** What is numbered (编号对象), each kind in series of its own. */
public enum NumberKind {
    /** Customer credit files (客户信用档案); the regime says how they are numbered. */
    CUSTOMER_FILE("customer-file", "KH", "file.scheme", "{company}-{dept}-{kind}-{yyyy}-{serial:4}"),
    /** Contracts (合同); the regime says how they are numbered. */
    CONTRACT("contract", "HT", "contract.scheme", "HT-{dept}-{yyyy}-{serial:4}"),
    /** Stored documents (资料). */
    DOCUMENT("document", "ZL", "", "{kind}-{yyyy}-{serial:6}"),
    /** Letters to customers (函件). */
    LETTER("letter", "HJ", "", "{kind}-{yyyy}-{serial:5}"),
    /** Slips such as borrow slips (单据). */
    SLIP("slip", "DJ", "", "{kind}-{yyyy}-{serial:5}"),
    /** Records of forms that users draw (表单记录). */
    FORM_RECORD("form-record", "BD", "", "{kind}-{yyyy}-{serial:5}");

    private final String code;
    private final String mark;
    private final String parameter;
    private final String usual;

    NumberKind(String code, String mark, String parameter, String usual) {
        this.code = code;
        this.mark = mark;
        this.parameter = parameter;
        this.usual = usual;
    }

    /** The kind with a code. */
    public static Optional<NumberKind> named(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Code in interfaces and tables. */
    public String code() {
        return code;
    }

    /** Short mark in numbers: the token {@code {kind}}. */
    public String mark() {
        return mark;
    }

    /** Parameter of regime group {@code num} that says how it is numbered; none for a kind whose pattern is set by itself. */
    Optional<String> parameter() {
        return parameter.isEmpty() ? Optional.empty() : Optional.of(parameter);
    }

    /** Pattern as long as nobody set another. */
    String usual() {
        return usual;
    }
}
