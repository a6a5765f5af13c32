/** Tests of credit evaluation (信用评价), written as policy text. */
@NullMarked
package xindang.engine.evaluation;

import org.jspecify.annotations.NullMarked;
