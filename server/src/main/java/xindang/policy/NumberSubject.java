package xindang.policy;

import java.util.UUID;

/**
 * What gets a number (被编号对象).
 *
 * @param kind kind of object, such as {@code document}
 * @param id object
 * @param name how people call it, as it may be shown to whoever sees the series: nothing confidential
 */
public record NumberSubject(String kind, UUID id, String name) {}
