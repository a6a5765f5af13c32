package xindang.identity;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of identity (身份问题代码). */
public enum IdentityProblem implements ProblemCode {
    /** Nobody gives rights that he does not hold himself at that node. */
    RIGHTS_NOT_HELD(403),
    /** The user has roles at nodes the caller does not reach, and his account is more than the caller may touch. */
    ROLES_ELSEWHERE(403),
    /** The user has rights over people or secrets that the caller lacks, and a new password would be a way to them. */
    RULES_MORE(403),
    /** Without this one nobody could give roles any more. */
    LAST_ADMINISTRATOR(409),
    /** Somebody holds the role or held it. */
    ROLE_IN_USE(409),
    /** A department that would go to another company is in charge of files of its own. */
    IN_CHARGE_OF_FILES(409),
    /** Somebody keeps files, or has other things that nobody else has taken over. */
    HAND_OVER_OPEN(409),
    /** An account that was closed stays closed. */
    ACCOUNT_CLOSED(409),
    /** Rights of two kinds of administrators would be in one hand. */
    ADMINISTRATORS_APART(409),
    /** The administrators are kept apart already, or are not, or nobody asked to end it. */
    SEPARATION_UNCHANGED(409),
    /** Login and password are right; the code of the second factor is missing. */
    CODE_NEEDED(401),
    /** The code of the second factor is wrong or was used before. */
    WRONG_CODE(401),
    /** A token is unknown, expired, revoked, or of a closed account. */
    TOKEN_NOT_VALID(401),
    /** A passkey is unknown, or what it signed does not fit. */
    PASSKEY_REFUSED(401),
    /** Login and password are right; somebody else set the password, so a new one is needed. */
    PASSWORD_CHANGE_DUE(403),
    /** The own password, asked for once more, is wrong. */
    WRONG_PASSWORD(403),
    /** A program may not do what only the person may. */
    NOT_FOR_TOKENS(403),
    /** The directory keeps another account, or somebody else locked this one. */
    NOT_THE_DIRECTORYS(403),
    /** The login of an account that is there already does not change. */
    LOGIN_STAYS(400),
    /** Of this question to the list of accounts nothing is known. */
    FILTER_NOT_KNOWN(400),
    /** What the provider says of a person does not hold, or belongs to another visit. */
    PROVIDER_REFUSED(401),
    /** The provider knows the person, and no open account of this installation is his. */
    PROVIDER_NO_ACCOUNT(403),
    /** The provider cannot be reached. */
    PROVIDER_AWAY(503),
    /** The installation does not offer it at this address. */
    NOT_OFFERED(409);

    private final int status;

    IdentityProblem(int status) {
        this.status = status;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
