/**
 * Assessment (评估结论): what a receivables ledger alone says about one customer — grade, limit, term and warnings from one
 * set of facts. Start with {@link xindang.engine.assessment.Assessment}.
 */
@NullMarked
package xindang.engine.assessment;

import org.jspecify.annotations.NullMarked;
