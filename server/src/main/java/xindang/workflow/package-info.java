/**
 * Flows (流程) that people draw and publish, cases on their way along them, and the one list of everything that waits for a person
 * (待办). Start reading at {@link xindang.workflow.Cases} and {@link xindang.workflow.WorkInbox}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "calendar",
            "audittrail",
            "policy",
            "document",
            "notification",
            "library"
        })
@NullMarked
package xindang.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
