package xindang.secrecy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.Passkeys;
import xindang.identity.Roles;
import xindang.identity.SecondFactor;
import xindang.platform.access.Caller;

/** Whom the house asks for a second factor, and who lacks it (第二因素要求). */
@Service
public class SecondFactorDemand {

    private final SettingBook settings;
    private final SecondFactor factors;
    private final Passkeys passkeys;

    SecondFactorDemand(SettingBook settings, SecondFactor factors, Passkeys passkeys) {
        this.settings = settings;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /** Whether the house asks somebody for a second factor who has neither one-time codes nor a passkey. */
    @Transactional(readOnly = true)
    public boolean isUnmet(Caller caller) {
        boolean asked = switch (settings.now().secondFactor()) {
            case "everybody" -> true;
            case "administrators" -> caller.rights().stream().anyMatch(Roles::rules);
            default -> false;
        };
        return asked
                && factors.state(caller.id()).since() == null
                && passkeys.of(caller.id()).isEmpty();
    }
}
