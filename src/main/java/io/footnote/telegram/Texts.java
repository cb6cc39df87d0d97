package io.footnote.telegram;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What the bot says in one language, with the plural forms of that language. Words that run the other way are put into
 * isolates, so that they do not turn the sentence round. Immutable and safe for any number of threads.
 */
final class Texts {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final char RIGHT_TO_LEFT_MARK = '\u200F';

    private static final Pattern COMMAND = Pattern.compile("/[a-z]+(?:@\\w+)?");

    private final Tongue tongue;
    private final Map<Phrase, String> patterns;

    private Texts(Tongue tongue, Map<Phrase, String> patterns) {
        this.tongue = tongue;
        this.patterns = patterns;
    }

    /** Reads every language. @throws IllegalStateException when a phrase is missing, which a test rules out */
    static Map<Tongue, Texts> all() {
        Map<Tongue, Texts> all = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            Properties read = properties(tongue);
            Map<Phrase, String> patterns = new EnumMap<>(Phrase.class);
            for (Phrase phrase : Phrase.values()) {
                String pattern = read.getProperty(phrase.key());
                if (pattern == null) {
                    throw new IllegalStateException(phrase.key() + " is missing in " + tongue.code());
                }
                patterns.put(phrase, pattern);
            }
            all.put(tongue, new Texts(tongue, patterns));
        }
        return all;
    }

    /** The patterns of a language by their keys, as they stand in its file. */
    static Properties properties(Tongue tongue) {
        String file = "texts_" + tongue.code() + ".properties";
        Properties read = new Properties();
        try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return read;
    }

    Tongue tongue() {
        return tongue;
    }

    String say(Phrase phrase) {
        return say(phrase, Map.of());
    }

    String say(Phrase phrase, String name, Object value) {
        return say(phrase, Map.of(name, value));
    }

    /** @param arguments by name; texts are isolated where they run the other way */
    String say(Phrase phrase, Map<String, ?> arguments) {
        Map<String, Object> given = new HashMap<>();
        arguments.forEach((name, value) -> given.put(name, value instanceof String text ? isolated(text) : value));
        String said = new MessageFormat(Objects.requireNonNull(patterns.get(phrase)), tongue.locale()).format(given);
        return tongue.rightToLeft()
                ? COMMAND.matcher(said).replaceAll(FIRST_STRONG_ISOLATE + "$0" + POP_ISOLATE)
                : said;
    }

    /** What stands before each of several things, on a line of its own; the line runs as this language does. */
    String bullet() {
        return tongue.rightToLeft() ? RIGHT_TO_LEFT_MARK + "• " : "• ";
    }

    /** A day as it is written in this language. */
    String day(LocalDate day) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, tongue.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** A text that is put among words of this language. */
    String isolated(String text) {
        boolean foreign = text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> tongue.rightToLeft() ? runsRight(direction) : runsLeft(direction));
        return foreign ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    private static boolean runsRight(int direction) {
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static boolean runsLeft(int direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
