package xindang.engine.decision;

/**
 * Names one version of one policy (制度参数), as a decision records it.
 *
 * @param kind parameter group, for example {@code lim}
 * @param id id of the policy
 * @param version its version
 * @param sha256 SHA-256 of its canonical JSON, lower-case hex
 */
public record PolicyRef(String kind, String id, String version, String sha256) {}
