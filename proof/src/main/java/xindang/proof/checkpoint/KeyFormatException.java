package xindang.proof.checkpoint;

/** A text that should hold a key and does not (密钥格式错误). The message never holds key material. */
public final class KeyFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    KeyFormatException(String message) {
        super(message);
    }
}
