package xindang.gates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements a test method proves, by their id in {@code docs/requirements.json}, for example
 * {@code @Requirement("AR-03")}. At most three ids on one method: a test that proves more proves none of them well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {

    /** One to three requirement ids. */
    String[] value();
}
