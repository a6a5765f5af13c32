package xindang.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A series in a list (编号序列).
 *
 * @param id series
 * @param node node it belongs to
 * @param kind code of the kind
 * @param year business year; null for a series that runs on
 * @param last last serial
 */
public record SeriesLine(
        UUID id, NamedRef node, String kind, @Nullable Integer year, int last) {}
