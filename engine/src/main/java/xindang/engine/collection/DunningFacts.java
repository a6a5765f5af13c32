package xindang.engine.collection;

import java.util.Optional;
import xindang.engine.money.Money;

/**
 * What the dunning rules may know of one open item (an invoice or instalment) at the end of one day.
 *
 * @param open what is open, negative for a credit line
 * @param daysPastDue days past due, 0 if not overdue
 * @param disputed whether it is disputed
 * @param grade code of the customer's grade, empty if it is not rated
 */
public record DunningFacts(Money open, int daysPastDue, boolean disputed, Optional<String> grade) {}
