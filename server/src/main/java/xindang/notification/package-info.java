/**
 * Telling people and other systems (通知): notices in the application, by mail and by bots of messengers, and events by signed
 * webhooks. Start reading at {@link xindang.notification.Notices} and {@link xindang.notification.EventBook}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "calendar", "audittrail"})
@NullMarked
package xindang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
