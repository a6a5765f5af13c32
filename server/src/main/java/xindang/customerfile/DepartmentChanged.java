package xindang.customerfile;

import java.util.UUID;

/**
 * A customer went to another department (档案转移): sums per department no longer hold. Published within the transaction.
 *
 * @param company company whose file it is
 */
public record DepartmentChanged(UUID company) {}
