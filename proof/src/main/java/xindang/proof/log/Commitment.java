package xindang.proof.log;

import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/** The commitment of a leaf to its content (承诺值): the hash of the salt, then the content. */
public final class Commitment {

    private Commitment() {}

    /** The commitment to the bytes of a content. The salt has one length, so nothing can move between the two. */
    public static Hash of(HashFunction function, Salt salt, byte[] content) {
        return function.of(salt.bytes(), content);
    }
}
