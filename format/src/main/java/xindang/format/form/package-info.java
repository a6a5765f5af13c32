/**
 * Definitions of forms (表单定义) and the values that fit them. Start reading at {@link xindang.format.form.FormDefinition}; files are
 * read by {@link xindang.format.FormFile}.
 */
@NullMarked
package xindang.format.form;

import org.jspecify.annotations.NullMarked;
