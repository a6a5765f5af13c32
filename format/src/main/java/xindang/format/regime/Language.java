package xindang.format.regime;

import xindang.engine.evaluation.Label;

/** The language a regime is printed in (打印语言). */
public enum Language {
    /** Chinese. */
    ZH,
    /** English. */
    EN;

    /** A text in this language. */
    public String of(Label label) {
        return this == ZH ? label.zh() : label.en();
    }

    /** The one or the other. */
    public String of(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
