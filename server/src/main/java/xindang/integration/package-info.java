/**
 * Files brought in (数据导入): upload, mapping of columns, check, correction of rows, confirmation as a whole, undo. Start reading at
 * {@link xindang.integration.Imports}.
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
            "insight"
        })
@NullMarked
package xindang.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
