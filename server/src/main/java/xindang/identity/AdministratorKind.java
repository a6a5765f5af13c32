package xindang.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The three kinds of administrators that keep each other in check (三员): by the rights they have, not by the names of their roles.
 * Rights that ordinary presets have too, such as {@code platform.jobs}, make nobody an administrator; reading the trail
 * is the work of auditors and of executives as long as it does not meet one of the other two (docs/adr/0098).
 */
public enum AdministratorKind {
    /** 系统管理员: accounts and the running of the system. */
    SYSTEM(Set.of("identity.manage", "platform.clock")),
    /** 安全管理员: who may do what, and secrets. */
    SECURITY(Set.of("identity.grant", "identity.grant-any", "secrecy.manage")),
    /** 审计管理员: the trail of what everybody does. */
    AUDIT(Set.of("audittrail.read"));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> rights;

    AdministratorKind(Set<String> rights) {
        this.rights = rights;
    }

    /** Name in the interface: {@code system}, {@code security}, {@code audit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rights that make somebody an administrator of this kind. */
    public Set<String> rights() {
        return rights;
    }

    /** The kinds that some rights make. */
    public static Set<AdministratorKind> of(Collection<String> rights) {
        var kinds = EnumSet.noneOf(AdministratorKind.class);
        for (AdministratorKind kind : values()) {
            if (kind.rights.stream().anyMatch(rights::contains)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
