package xindang.receivable;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Where items come from (应收项目来源).
 *
 * @param company company they belong to
 * @param importId import that brings them
 * @param at when, by the business clock: what is recorded later than a day counts as booked after it
 */
public record ItemOrigin(UUID company, UUID importId, OffsetDateTime at) {}
