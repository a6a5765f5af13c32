package xindang.assess.report;

import java.util.Currency;

/** Writes one table with caption and scopes, in a box of its own that scrolls when the screen is too narrow. */
final class Table {

    private final Html html;
    private boolean inRow;

    /**
     * A column.
     *
     * @param title its head
     * @param number whether its cells are numbers, which stand at the right
     */
    record Column(String title, boolean number) {

        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    private Table(Html html) {
        this.html = html;
    }

    /** Opens a table. The caption names the box too, which the keyboard can reach to scroll it. */
    static Table start(Html html, String caption, Column... columns) {
        html.open("div", "class", "scroll", "role", "group", "aria-label", caption, "tabindex", "0");
        html.open("table").element("caption", caption).open("thead").open("tr");
        for (Column column : columns) {
            if (column.number()) {
                html.element("th", column.title(), "scope", "col", "class", "n");
            } else {
                html.element("th", column.title(), "scope", "col");
            }
        }
        html.close().close().open("tbody").line();
        return new Table(html);
    }

    /** Begins a row whose head is a text. */
    Table row(String head) {
        return row(() -> html.text(head));
    }

    /** Begins a row whose head something else writes. */
    Table row(Runnable head) {
        return begin(head, "row");
    }

    /** Begins the row of the sums. */
    Table total(String head) {
        return begin(() -> html.text(head), "row total");
    }

    private Table begin(Runnable head, String style) {
        endRow();
        html.open("tr", "class", style).open("th", "scope", "row");
        head.run();
        html.close();
        inRow = true;
        return this;
    }

    Table cell(String text) {
        html.element("td", text);
        return this;
    }

    /** A cell that holds a sentence and needs room. */
    Table prose(String text) {
        html.element("td", text, "class", "prose");
        return this;
    }

    /** A cell that holds a day, a number or a code and is never broken into lines. */
    Table whole(Runnable content) {
        html.open("td", "class", "whole");
        content.run();
        html.close();
        return this;
    }

    Table cell(Runnable content) {
        html.open("td");
        content.run();
        html.close();
        return this;
    }

    Table number(String text) {
        html.element("td", text, "class", text.startsWith("-") ? "n neg" : "n");
        return this;
    }

    Table count(long count) {
        return number(Figures.count(count));
    }

    Table money(Currency currency, long minor) {
        return number(Figures.money(currency, minor));
    }

    void end() {
        endRow();
        html.close().close().close().line();
    }

    private void endRow() {
        if (inRow) {
            html.close().line();
            inRow = false;
        }
    }
}
