package xindang.customerfile;

/**
 * A row of a list of customers that cannot be what it says (客户行冲突).
 *
 * @param ordinal the row
 * @param field field at fault
 * @param code why: {@code duplicate}, {@code credit-code-taken} or {@code credit-code-differs}
 */
public record CustomerClash(int ordinal, String field, String code) {}
