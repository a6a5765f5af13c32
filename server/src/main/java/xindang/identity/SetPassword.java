package xindang.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.identity.store.CredentialStore;
import xindang.identity.store.NodeStore;
import xindang.platform.time.BusinessClock;

/** Passwords that an administrator sets for others (代设口令), and what a change of an account does to its sessions. */
@Component
class SetPassword {

    private final CredentialStore credentials;
    private final NodeStore nodes;
    private final PasswordRules rules;
    private final BusinessClock clock;

    SetPassword(CredentialStore credentials, NodeStore nodes, PasswordRules rules, BusinessClock clock) {
        this.credentials = credentials;
        this.nodes = nodes;
        this.rules = rules;
        this.clock = clock;
    }

    /** Refuses one that is easy to guess. */
    void mustBeGood(UUID node, String login, String name, String password) {
        String company =
                nodes.company(node).flatMap(nodes::find).map(Node::name).orElse("");
        rules.check("password", password, login, name, company);
    }

    /** The same for a change; nothing if the password stays. */
    void mustFit(User changed, @Nullable String password) {
        if (password == null) {
            return;
        }
        mustBeGood(changed.node(), changed.login(), changed.name(), password);
    }

    /** The owner replaces it when signing in for the first time. */
    void mustBeReplaced(User user) {
        credentials.setByOther(user.id(), clock.timestamp());
    }

    /** Ends the sessions of an account that was closed or got another password. */
    void follow(User before, User after, boolean password) {
        if (password) {
            mustBeReplaced(after);
        } else if (before.active() && !after.active()) {
            credentials.endSessions(after.id());
        }
    }
}
