package xindang.customerfile;

import java.util.UUID;

/**
 * A file on a hand-over slip (移交明细).
 *
 * @param id file
 * @param number business number
 * @param name name of the customer
 * @param part {@code keeper} or {@code deputy}: what its giver was, or still is
 */
public record SlipFile(UUID id, String number, String name, String part) {}
