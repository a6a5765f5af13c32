package xindang.workflow;

import java.util.List;
import xindang.platform.access.Caller;

/**
 * Work of a capability that waits for people without a flow (待办来源), such as slips to sign: asked each time the list is read, as rights
 * change without anybody telling (docs/adr/0112).
 */
public interface InboxSource {

    /** Kind of its entries, such as {@code slip}. */
    String kind();

    /**
     * What waits for the caller now, the oldest first.
     *
     * @param caller with all his roles, narrowed to no right
     * @param most so many at most
     */
    List<InboxEntry> waiting(Caller caller, int most);
}
