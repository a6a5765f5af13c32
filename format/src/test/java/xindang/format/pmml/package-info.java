/** A small reader of PMML scorecards and the published models that judge the engine. */
@NullMarked
package xindang.format.pmml;

import org.jspecify.annotations.NullMarked;
