/** Tables of notices, their ways out, and events. */
@NullMarked
package xindang.notification.store;

import org.jspecify.annotations.NullMarked;
