package xindang.gates.planted.engine.unmarked;

/** Lies in a package without package-info. */
public final class Unmarked {}
