package xindang.format.regime;

import java.util.Map;

/** How the chapters and clauses of a regime are numbered (章节编号方式). */
enum Numbering {
    /** 第一章, 第一条; clauses are counted through. */
    CHAPTER_ARTICLE,
    /** 一、 and （一）. */
    CHINESE,
    /** 一、 and 1. */
    CHINESE_DECIMAL,
    /** 1 and 1.1. */
    DECIMAL,
    /** 1. and (1). */
    DIGITS;

    private static final Map<String, Numbering> NAMES = Map.of(
            "chapterArticle", CHAPTER_ARTICLE,
            "chinese", CHINESE,
            "chineseDecimal", CHINESE_DECIMAL,
            "decimal", DECIMAL,
            "digits", DIGITS);

    private static final String ONES = "零一二三四五六七八九";

    static Numbering of(String name) {
        Numbering numbering = NAMES.get(name);
        if (numbering == null) {
            throw new IllegalArgumentException("there is no numbering " + name);
        }
        return numbering;
    }

    /** Number of a chapter, from 1. */
    String chapter(int chapter, Language language) {
        if (language == Language.EN) {
            return this == CHAPTER_ARTICLE ? "Chapter " + chapter : String.valueOf(chapter);
        }
        return switch (this) {
            case CHAPTER_ARTICLE -> "第" + chinese(chapter) + "章";
            case CHINESE, CHINESE_DECIMAL -> chinese(chapter) + "、";
            case DECIMAL -> String.valueOf(chapter);
            case DIGITS -> chapter + ".";
        };
    }

    /**
     * Number of a clause.
     *
     * @param clause place in its chapter, from 1
     * @param all place in the whole regime, from 1
     */
    String clause(int chapter, int clause, int all, Language language) {
        if (language == Language.EN) {
            return this == CHAPTER_ARTICLE ? "Article " + all : chapter + "." + clause;
        }
        return switch (this) {
            case CHAPTER_ARTICLE -> "第" + chinese(all) + "条";
            case CHINESE -> "（" + chinese(clause) + "）";
            case CHINESE_DECIMAL -> clause + ".";
            case DECIMAL -> chapter + "." + clause;
            case DIGITS -> "(" + clause + ")";
        };
    }

    /** A whole number from 1 to 999 in Chinese. */
    static String chinese(int number) {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException(number + " is not between 1 and 999");
        }
        var text = new StringBuilder();
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        if (hundreds > 0) {
            text.append(ONES.charAt(hundreds)).append('百');
        }
        if (tens > 0) {
            text.append(tens == 1 && hundreds == 0 ? "" : ONES.charAt(tens)).append('十');
        } else if (hundreds > 0 && ones > 0) {
            text.append('零');
        }
        return ones > 0 ? text.append(ONES.charAt(ones)).toString() : text.toString();
    }
}
