/** Tests of credit limits and terms (信用额度与期限). */
@NullMarked
package xindang.engine.creditline;

import org.jspecify.annotations.NullMarked;
