/**
 * Printed matter (打印输出): one neutral shape of a document, made into PDF and into DOCX. Start reading at {@link xindang.platform.print.Paper}.
 */
@NullMarked
package xindang.platform.print;

import org.jspecify.annotations.NullMarked;
