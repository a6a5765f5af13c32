package xindang.notification;

import java.util.List;

/** The events that other systems may subscribe to (可订阅事件). */
public final class EventKinds {

    /** All of them. */
    public static final String ANY = "*";

    /** Stable names; new ones come at the end. */
    public static final List<String> ALL = List.of(
            "secrecy.access-asked",
            "secrecy.access-decided",
            "customerfile.slip-given",
            "customerfile.slip-received",
            "integration.import-finished",
            "insight.day-changed",
            "policy.regime-published",
            "notification.subscription-tested",
            "workflow.case-ended",
            "forms.form-published",
            "forms.record-added",
            "forms.record-changed");

    private EventKinds() {}

    /** Whether somebody may subscribe to a kind. */
    public static boolean isKnown(String kind) {
        return kind.equals(ANY) || ALL.contains(kind);
    }
}
