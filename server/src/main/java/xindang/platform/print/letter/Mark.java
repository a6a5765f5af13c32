package xindang.platform.print.letter;

/** Something at a place of a page (版面元素); places are points from the left and from the bottom. */
sealed interface Mark {

    /** Text on its line. */
    record Words(float x, float y, float size, String text) implements Mark {}

    /** A thin line. */
    record Stroke(float x, float y, float toX, float toY) implements Mark {}

    /** A two-dimensional code from its lower left corner. */
    record Modules(float x, float y, float size, QrCode code) implements Mark {}
}
