/** Tests of notices, their ways out, and webhooks. */
@NullMarked
package xindang.notification;

import org.jspecify.annotations.NullMarked;
