package xindang.gates.planted.format;

/** A class of another module. */
public final class Format {}
