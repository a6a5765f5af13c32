/** The report page of one run. Start with {@link xindang.assess.report.Report}. */
@NullMarked
package xindang.assess.report;

import org.jspecify.annotations.NullMarked;
