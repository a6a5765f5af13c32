/** Tests of this package. */
@NullMarked
package xindang.audittrail;

import org.jspecify.annotations.NullMarked;
