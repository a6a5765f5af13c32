package xindang.platform.rest;

import java.util.UUID;

/**
 * Something named (引用): a person, a node, a customer.
 *
 * @param id id
 * @param name name as it is now
 */
public record NamedRef(UUID id, String name) {}
