/** Interfaces of the regime; no logic. */
@NullMarked
package xindang.policy.rest;

import org.jspecify.annotations.NullMarked;
