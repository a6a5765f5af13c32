/** Tests of the report page. */
@NullMarked
package xindang.assess.report;

import org.jspecify.annotations.NullMarked;
