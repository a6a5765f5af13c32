package xindang.gates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A browser test (浏览器测试): the pages in a real browser.
 * A parameterized test of this kind carries {@code @Tag(TestTags.BROWSER)} itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag(TestTags.BROWSER)
@Test
public @interface BrowserTest {}
