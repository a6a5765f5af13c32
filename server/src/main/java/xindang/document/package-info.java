/**
 * Documents (资料): contents kept by their hash and never overwritten, their versions, and the objects they belong to. Start reading at
 * {@link xindang.document.Documents}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audittrail", "policy", "library"})
@NullMarked
package xindang.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
