/** Tables of forms (表单表). */
@NullMarked
package xindang.forms.store;

import org.jspecify.annotations.NullMarked;
