package xindang.customerfile;

import java.util.UUID;

/**
 * A customer file and its version (档案与版本).
 *
 * @param customer the file
 * @param company company whose file it is
 * @param version rises with each change
 */
public record VersionedCustomer(CustomerDetail customer, UUID company, int version) {}
