package xindang.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right an endpoint needs (所需权限), and whose data it reaches. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Right {

    /** Everybody who is signed in has this right. */
    String SIGNED_IN = "signed-in";

    /** Company directories alone have this right, which are no people; no role holds it. */
    String DIRECTORY = "identity.directory";

    /** Capability and act, such as {@code customerfile.read}; the roles that have it stand in identity's roles file. */
    String value();

    /** Whose data the endpoint reaches. */
    Scope scope();
}
