/** The screens as files (界面文件), from the jar of module {@code web}. Start reading at {@link xindang.platform.screens.Screens}. */
@NullMarked
package xindang.platform.screens;

import org.jspecify.annotations.NullMarked;
