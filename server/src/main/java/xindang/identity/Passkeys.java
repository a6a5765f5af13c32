package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.PasskeyStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/**
 * Signing in without a password (通行密钥, WebAuthn): a device keeps a private key and asks its owner by finger, face or PIN before it
 * signs. That is two factors in one, so no code is asked for besides. The challenge waits in the session and counts once.
 */
@Service
public class Passkeys {

    private static final String CHALLENGE = "passkey-challenge";
    private static final int CHALLENGE_SECONDS = 300;
    private static final String PRODUCT = "Xindang";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final PasskeyStore store;
    private final UserStore users;
    private final PublicAddress address;
    private final Trail trail;
    private final SignInTrail signInTrail;

    Passkeys(PasskeyStore store, UserStore users, PublicAddress address, Trail trail, SignInTrail signInTrail) {
        this.store = store;
        this.users = users;
        this.address = address;
        this.trail = trail;
        this.signInTrail = signInTrail;
    }

    /** Whether passkeys work at the address of a request. */
    public boolean isOffered(HttpServletRequest request) {
        return address.origin(request).isPresent();
    }

    /** The passkeys of a user. */
    public List<PasskeyStore.Passkey> of(UUID user) {
        return store.of(user);
    }

    /** What the browser needs to make a passkey for the caller. */
    public Map<String, Object> beginAdding(Caller caller, HttpServletRequest request) {
        var options = operations(request, null)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(known(caller.id())));
        request.getSession(true).setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return plain(options);
    }

    /**
     * Keeps the public key of a passkey that the browser has made.
     *
     * @param credential what the browser answered
     * @throws Refusal 401 if it does not fit what was asked for
     */
    @Transactional
    public void add(Caller caller, String name, Map<String, Object> credential, HttpServletRequest request) {
        var operations = operations(request, challenge(request));
        UUID id;
        try {
            var options = operations.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(known(caller.id())));
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    JSON.convertValue(credential, new TypeReference<>() {});
            var record = operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, name)));
            id = store.id(record.getCredentialId()).orElseThrow();
        } catch (RuntimeException unfit) {
            // Whatever the library finds wrong with what a browser sent, it is refused.
            throw Refusal.of(IdentityProblem.PASSKEY_REFUSED);
        }
        trail.record(caller, Act.of(caller.node(), "identity.add-passkey", "passkey", id, name));
    }

    /** What the browser needs to sign in with a passkey, of whomever. */
    public Map<String, Object> beginSignIn(HttpServletRequest request) {
        var options = operations(request, null).createCredentialRequestOptions(nobody());
        boolean fresh = request.getSession(false) == null;
        HttpSession session = request.getSession(true);
        if (fresh) {
            session.setMaxInactiveInterval(CHALLENGE_SECONDS);
        }
        session.setAttribute(CHALLENGE, options.getChallenge().toBase64UrlString());
        return plain(options);
    }

    /**
     * The user whose passkey has signed.
     *
     * @param credential what the browser answered
     * @throws Refusal 401 if it does not fit what was asked for or the account is closed, all alike
     */
    @Transactional
    public User signIn(Map<String, Object> credential, HttpServletRequest request) {
        var operations = operations(request, challenge(request));
        Optional<User> user;
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> signed =
                    JSON.convertValue(credential, new TypeReference<>() {});
            var entity = operations.authenticate(
                    new RelyingPartyAuthenticationRequest(operations.createCredentialRequestOptions(nobody()), signed));
            user = users.find(PasskeyStore.user(entity.getId()));
        } catch (RuntimeException unfit) {
            // Whose it would have been is only what somebody says who could not prove it.
            throw Refusal.of(IdentityProblem.PASSKEY_REFUSED);
        }
        if (user.filter(User::active).isEmpty()) {
            user.ifPresent(closed -> signInTrail.refused(closed, "passkey"));
            throw Refusal.of(IdentityProblem.PASSKEY_REFUSED);
        }
        return user.get();
    }

    /**
     * Removes one of the caller's passkeys.
     *
     * @throws Refusal 404 if he has none of this id
     */
    @Transactional
    public void remove(Caller caller, UUID id) {
        String name = store.remove(caller.id(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        trail.record(caller, Act.of(caller.node(), "identity.remove-passkey", "passkey", id, name));
    }

    /** Removes all passkeys of a user who has lost them; an administrator does that. */
    @Transactional
    public void removeAll(Caller caller, User user) {
        if (store.removeAll(user.id()) > 0) {
            trail.record(caller, Act.of(user.node(), "identity.reset-passkeys", "user", user.id(), user.login()));
        }
    }

    /** Made anew for each request, so that nothing of one address can count at another. */
    private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request, @Nullable Bytes challenge) {
        URI origin = address.origin(request).orElseThrow(() -> Refusal.of(IdentityProblem.NOT_OFFERED));
        var party = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name(PRODUCT)
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(store, store, party, Set.of(origin.toString()));
        operations.setCustomizeCreationOptions(options -> {
            options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build());
            if (challenge != null) {
                options.challenge(challenge);
            }
        });
        operations.setCustomizeRequestOptions(options -> {
            options.userVerification(UserVerificationRequirement.REQUIRED);
            if (challenge != null) {
                options.challenge(challenge);
            }
        });
        return operations;
    }

    /** The challenge that waits for this request; gone with it. */
    private static Bytes challenge(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(CHALLENGE) instanceof String text)) {
            throw Refusal.of(IdentityProblem.PASSKEY_REFUSED);
        }
        session.removeAttribute(CHALLENGE);
        return Bytes.fromBase64(text);
    }

    private static UsernamePasswordAuthenticationToken known(UUID user) {
        return UsernamePasswordAuthenticationToken.authenticated(user.toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }

    private static ImmutablePublicKeyCredentialRequestOptionsRequest nobody() {
        return new ImmutablePublicKeyCredentialRequestOptionsRequest(
                new AnonymousAuthenticationToken(PRODUCT, PRODUCT, AuthorityUtils.createAuthorityList("nobody")));
    }

    private static Map<String, Object> plain(Object options) {
        return JSON.convertValue(options, new TypeReference<>() {});
    }
}
