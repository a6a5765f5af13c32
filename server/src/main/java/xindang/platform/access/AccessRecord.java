package xindang.platform.access;

import org.jspecify.annotations.Nullable;

/** Keeps a record of what auditors open and of what anybody is refused (访问留痕); the trail implements it. */
public interface AccessRecord {

    /**
     * Records a request before it is answered; what cannot be recorded is not answered.
     *
     * @param caller who asks, within the nodes of the right
     * @param path address without its query
     * @param query what was asked; null if nothing
     */
    void read(Caller caller, String path, @Nullable String query);

    /**
     * Records that somebody asked for what he has no right to.
     *
     * @param right the right that was missing
     * @param route method and route of the endpoint, without ids
     */
    void refused(Caller caller, String right, String route);
}
