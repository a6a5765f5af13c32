/** Customer file (客户信用档案): what identifies a party. Start with {@link xindang.engine.customerfile.UnifiedCreditCode}. */
@NullMarked
package xindang.engine.customerfile;

import org.jspecify.annotations.NullMarked;
