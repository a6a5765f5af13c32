/**
 * Ledger reader (台账读入): turns receivables ledgers as companies really keep them (CSV of any delimiter and charset,
 * xlsx) into columns for the engine. Recognises headers, dates, amounts, units and terms; a bad row is a reject with a
 * code, never a stop. Start with {@link xindang.intake.LedgerReader}.
 */
@NullMarked
package xindang.intake;

import org.jspecify.annotations.NullMarked;
