package xindang.platform.export;

import java.util.Map;
import xindang.platform.access.Caller;

/** Keeps a record of who took which list out of the house (导出留痕); the trail implements it. */
public interface ExportRecord {

    /**
     * Records an export before its first row is sent.
     *
     * @param action capability and verb, such as {@code customerfile.export}
     * @param list name of the list
     * @param filters what narrowed it, the columns and the form
     */
    void exported(Caller caller, String action, String list, Map<String, String> filters);
}
