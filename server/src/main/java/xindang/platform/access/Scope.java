package xindang.platform.access;

/** Whose data an endpoint reaches (数据范围). */
public enum Scope {
    /** The caller's own: profile, views. */
    OWN,
    /** The caller's node and what lies below it. */
    NODES,
    /** The whole installation: users, organisation. */
    INSTALLATION
}
