/**
 * Credit evaluation (信用评价): rating scales, scorecards as data and the table interpreter that scores them. Start with
 * {@link xindang.engine.evaluation.Scorecard}; {@link xindang.engine.evaluation.CompiledScorecard} evaluates it.
 */
@NullMarked
package xindang.engine.evaluation;

import org.jspecify.annotations.NullMarked;
