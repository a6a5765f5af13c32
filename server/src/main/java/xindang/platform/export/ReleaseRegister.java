package xindang.platform.export;

import java.util.Map;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;

/** The register of what leaves the house (对外提供登记), as far as exports and downloads write it; the capability secrecy implements it. */
public interface ReleaseRegister {

    /**
     * An entry.
     *
     * @param number running number, printed on what leaves
     * @param level how what leaves is to be handled
     */
    record Release(String number, SecrecyLevel level) {}

    /**
     * Enters an export before its first row is sent.
     *
     * @param list name of the list
     * @param basis what narrowed it, the columns and the form; {@code customer} names the one file it is about
     */
    Release exported(Caller caller, String list, Map<String, String> basis);

    /**
     * Enters a file that somebody takes out, within the caller's transaction.
     *
     * @param what number and name of the file
     * @param level how it is to be handled
     * @param basis what names it
     */
    Release taken(Caller caller, String what, SecrecyLevel level, Map<String, String> basis);
}
