package xindang.platform.access;

import java.util.UUID;

/** Up to which level people are cleared (涉密权限); the capability secrecy implements it. */
public interface Clearances {

    /** Clearance of a user, never below {@link SecrecyLevel#INTERNAL}. */
    SecrecyLevel of(UUID user);
}
