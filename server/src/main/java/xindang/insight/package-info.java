/**
 * The portfolio as a whole (组合洞察): the run that assesses all customers of a company. Start reading at
 * {@link xindang.insight.AssessPortfolio}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "audittrail",
            "notification",
            "policy",
            "customerfile",
            "receivable",
            "evaluation",
            "creditline",
            "warning"
        })
@NullMarked
package xindang.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
