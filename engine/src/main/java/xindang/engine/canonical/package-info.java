/**
 * Canonical JSON (规范化 JSON, RFC 8785): one value, one sequence of bytes, so that hashes can be compared. Start with
 * {@link xindang.engine.canonical.CanonicalJson}.
 */
@NullMarked
package xindang.engine.canonical;

import org.jspecify.annotations.NullMarked;
