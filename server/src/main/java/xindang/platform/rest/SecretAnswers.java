package xindang.platform.rest;

import jakarta.servlet.http.HttpServletRequest;

/** Answers that hold a secret (含密应答): given once, and not kept for a request that is sent again. */
public final class SecretAnswers {

    private static final String ATTRIBUTE = SecretAnswers.class.getName();

    private SecretAnswers() {}

    /** Says that the answer to a request holds a secret. */
    public static void holds(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean isOne(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
