/** Grades of customers (信用评级). Start reading at {@link xindang.evaluation.Ratings}. */
@ApplicationModule(allowedDependencies = {"platform", "policy", "customerfile"})
@NullMarked
package xindang.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
