package xindang.identity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.NodeStore;
import xindang.platform.access.Caller;
import xindang.platform.database.Wall;

/** Who came in, by which means, and whose password somebody got wrong, as entries of the trail (登录留痕). */
@Component
public class SignInTrail {

    private static final Logger LOG = LoggerFactory.getLogger(SignInTrail.class);

    private final Trail trail;
    private final NodeStore nodes;
    private final Wall wall;
    private final TransactionTemplate transaction;

    SignInTrail(Trail trail, NodeStore nodes, Wall wall, TransactionTemplate transaction) {
        this.trail = trail;
        this.nodes = nodes;
        this.wall = wall;
        this.transaction = transaction;
    }

    /**
     * Records that somebody signed in; who cannot be recorded is not let in.
     *
     * @param means {@code password}, {@code code} with a second factor, {@code passkey}, or {@code provider}
     */
    public void entered(User user, String means) {
        record(user, "identity.sign-in", Map.of("means", means));
    }

    /**
     * Records that a password or a code was wrong. Beside the answer, as one for a login that does not exist takes no time for it either. An
     * unknown login is not recorded: people type passwords there by mistake.
     *
     * @param means what was wrong: {@code password}, {@code code}, {@code passkey}, or {@code own-password} where somebody who is signed in was
     *     asked again
     */
    void refused(User user, String means) {
        Thread.startVirtualThread(() -> {
            try {
                record(user, "identity.refuse-sign-in", Map.of("means", means));
            } catch (RuntimeException e) {
                LOG.error("A refused sign-in could not be recorded", e);
            }
        });
    }

    /** Records that somebody signed out. */
    public void left(Caller caller) {
        transaction.executeWithoutResult(_ ->
                trail.record(caller, Act.of(caller.node(), "identity.sign-out", "user", caller.id(), caller.login())));
    }

    /** Records that a closed account came from the provider. */
    void providerRefused(User user) {
        record(user, "identity.refuse-sign-in", Map.of("means", "provider"));
    }

    /**
     * Records that what came from the provider did not hold, whoever it was. The actor is the provider; nobody else is known.
     *
     * @param reason {@code state}, {@code answer}, {@code token}, or {@code no-account}
     */
    void providerRefused(String issuer, String reason) {
        UUID provider = UUID.nameUUIDFromBytes(issuer.getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(_ -> {
            UUID root = nodes.root();
            wall.opensFor(root);
            trail.record(
                    provider,
                    issuer,
                    Act.of(root, "identity.refuse-provider", "provider", provider, issuer)
                            .basedOn(Map.of("reason", reason)));
        });
    }

    private void record(User user, String action, Map<String, String> basis) {
        transaction.executeWithoutResult(_ -> {
            // Nobody is known yet, or somebody else still is.
            wall.opensFor(user.node());
            trail.record(
                    user.id(),
                    user.name(),
                    Act.of(user.node(), action, "user", user.id(), user.login()).basedOn(basis));
        });
    }
}
