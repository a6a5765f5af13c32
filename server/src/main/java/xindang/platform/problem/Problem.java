package xindang.platform.problem;

import java.util.List;

/**
 * An RFC 9457 problem (问题报告) as it is sent.
 *
 * @param type {@code /problems/<code>}
 * @param title what kind of problem, in the reader's language
 * @param status HTTP status
 * @param detail what to do, in the reader's language
 * @param code kind for programs
 * @param reasons why, for programs
 * @param reference number under which the log has more
 */
public record Problem(
        String type, String title, int status, String detail, String code, List<Reason> reasons, String reference) {}
