/**
 * Who may do what (身份与权限): people, organisation tree, roles, sign-in, set-up of an installation. Start reading at
 * {@link xindang.identity.SignIn}.
 */
@ApplicationModule(allowedDependencies = {"platform", "audittrail"})
@NullMarked
package xindang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
