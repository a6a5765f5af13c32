package xindang.gates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A command-line test (命令行测试): the shipped command in its own process, seen from outside.
 * A parameterized test of this kind carries {@code @Tag(TestTags.COMMAND_LINE)} itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag(TestTags.COMMAND_LINE)
@Test
public @interface CommandLineTest {}
