package xindang.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The installation got its company and administrator (初始设置完成). Published within the transaction, so that what others add
 * appears together with it.
 *
 * @param node root of the organisation tree
 * @param administrator the first user
 * @param administratorName name of that person
 * @param date business date
 */
public record InstallationSetUp(UUID node, UUID administrator, String administratorName, LocalDate date) {}
