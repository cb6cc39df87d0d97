package io.footnote.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small print of a news page that stands between its sentences: date lines and picture credits. Stateless, safe for
 * any number of threads.
 */
public final class PageFurniture {
    private static final int LONGEST_DATE_LINE = 40;
    private static final int LONGEST_CREDIT = 120;

    private static final String WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String DATE =
            "(?:" + WEEKDAY + ",? )?(?:" + MONTH + " " + DAY + "|" + DAY + " " + MONTH + "),? \\d{4}";
    private static final Pattern DATE_LINE = Pattern.compile(DATE);
    private static final Pattern WEEKDAY_FIRST = Pattern.compile(WEEKDAY + ".*");
    private static final Pattern CREDIT = Pattern.compile(
            "(?:File )?(?:Images?|Photos?|Photographs?|Photography|Pictures?|Illustration|Credits?)(?::| by | courtesy ).*");

    private PageFurniture() {}

    /** Whether the text is a calendar date and nothing else, such as {@code Friday, July 21, 2017}. */
    public static boolean isDateLine(String text) {
        return text.length() <= LONGEST_DATE_LINE && DATE_LINE.matcher(text).matches();
    }

    /** Whether the text only says who made a picture, such as {@code Photo: Jane Doe.} */
    public static boolean isPictureCredit(String text) {
        return text.length() <= LONGEST_CREDIT && CREDIT.matcher(text).matches();
    }

    /**
     * Where a date line ends that has lost its line break: a date with its weekday at the beginning of a paragraph, with
     * a capital after it. A date without a weekday begins sentences too often to be one.
     *
     * @return the code unit after the date, or {@code start} when there is none
     */
    static int dateLineEnd(String text, int start, int limit) {
        String head = text.substring(start, Math.min(limit, start + LONGEST_DATE_LINE));
        Matcher date = DATE_LINE.matcher(head);
        if (!WEEKDAY_FIRST.matcher(head).lookingAt() || !date.lookingAt()) {
            return start;
        }
        int end = start + date.end();
        boolean capitalAfter =
                end + 1 < limit && Glyphs.isSpace(text.charAt(end)) && Character.isUpperCase(text.codePointAt(end + 1));
        return capitalAfter ? end : start;
    }
}
