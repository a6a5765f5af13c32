/** Table of policies (制度表). */
@NullMarked
package xindang.policy.store;

import org.jspecify.annotations.NullMarked;
