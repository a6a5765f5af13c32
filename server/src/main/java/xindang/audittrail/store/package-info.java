/** Table of the trail (留痕表). */
@NullMarked
package xindang.audittrail.store;

import org.jspecify.annotations.NullMarked;
