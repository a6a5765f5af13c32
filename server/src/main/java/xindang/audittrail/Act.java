package xindang.audittrail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An act to be recorded (操作).
 *
 * @param node node the object belongs to
 * @param action capability and verb, such as {@code customerfile.change}
 * @param objectKind kind of the object, such as {@code customer}
 * @param objectId object
 * @param objectName how people call it
 * @param changes what became of which field; empty if fields are not the point
 * @param basis what it rests on, such as {@code decision} or {@code import} with its id; empty if nothing
 */
public record Act(
        UUID node,
        String action,
        String objectKind,
        UUID objectId,
        String objectName,
        List<Change> changes,
        Map<String, String> basis) {

    /** Copies the collections. */
    public Act {
        changes = List.copyOf(changes);
        basis = Map.copyOf(basis);
    }

    /** An act without changes of fields and without basis. */
    public static Act of(UUID node, String action, String objectKind, UUID objectId, String objectName) {
        return new Act(node, action, objectKind, objectId, objectName, List.of(), Map.of());
    }

    /** The act with what became of fields. */
    public Act with(List<Change> fields) {
        return new Act(node, action, objectKind, objectId, objectName, fields, basis);
    }

    /** The act with what it rests on. */
    public Act basedOn(Map<String, String> grounds) {
        return new Act(node, action, objectKind, objectId, objectName, changes, grounds);
    }
}
