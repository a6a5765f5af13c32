/**
 * The customer credit file (客户信用档案): parties, files, numbers, keys, search words and the overview that lists read. Start
 * reading at {@link xindang.customerfile.CustomerRegister}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "audittrail",
            "document",
            "document :: letter",
            "notification",
            "workflow",
            "forms"
        })
@NullMarked
package xindang.customerfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
