/** The trail and the signed log over HTTP (留痕接口). */
@NullMarked
package xindang.audittrail.rest;

import org.jspecify.annotations.NullMarked;
