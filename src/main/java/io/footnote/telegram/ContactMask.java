package io.footnote.telegram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides e-mail addresses and phone numbers in a question before anything else sees it. It errs towards leaving figures
 * alone: a phone number begins with a plus sign, or is grouped as phone numbers are and is no date.
 */
final class ContactMask {
    static final String EMAIL = "[e-mail]";
    static final String PHONE = "[phone]";

    /** The longest address that counts as one, so that the search has an end; RFC 5321 allows no more. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}.,+-])"
            + "(?<number>\\+\\d(?:[ ().\\-/]{0,2}\\d){6,14}"
            + "|(?:\\(\\d{2,5}\\)|0\\d{1,4}|\\d{3})(?:[ .\\-/]{1,2}\\d{2,4}){2,4}"
            + "|0\\d{8,12})"
            + "(?![\\p{L}\\p{N}]|[.,]\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[ .]\\d{3})+");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private ContactMask() {}

    /** The text with {@value #EMAIL} and {@value #PHONE} in their places. */
    static String mask(String text) {
        String withoutAddresses = ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(EMAIL));
        return NUMBER.matcher(withoutAddresses).replaceAll(found -> {
            String number = found.group();
            long digits = number.chars().filter(Character::isDigit).count();
            boolean phone = digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && !DATE.matcher(number).matches()
                    && !THOUSANDS.matcher(number).matches();
            return Matcher.quoteReplacement(phone ? PHONE : number);
        });
    }
}
