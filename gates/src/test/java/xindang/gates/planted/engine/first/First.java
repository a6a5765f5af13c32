package xindang.gates.planted.engine.first;

import xindang.gates.planted.engine.second.Second;

/** Uses the other half of the circle. */
public record First(Second second) {}
