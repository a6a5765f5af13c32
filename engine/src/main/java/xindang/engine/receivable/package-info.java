/**
 * Receivables (应收账款): terms and due dates, ageing (账龄), payment behaviour (付款行为) and days sales outstanding.
 * Start with {@link xindang.engine.receivable.ReceivableColumns}.
 */
@NullMarked
package xindang.engine.receivable;

import org.jspecify.annotations.NullMarked;
