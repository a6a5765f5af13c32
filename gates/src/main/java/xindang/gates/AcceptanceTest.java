package xindang.gates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An acceptance test (验收测试): the running server, seen from outside.
 * A parameterized test of this kind carries {@code @Tag(TestTags.ACCEPTANCE)} itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag(TestTags.ACCEPTANCE)
@Test
public @interface AcceptanceTest {}
