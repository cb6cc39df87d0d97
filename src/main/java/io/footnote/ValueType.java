package io.footnote;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value may be. Immutable.
 *
 * @param <T> what the program gets
 * @param allowed what is allowed, to follow "must be"
 * @param shown whether a wrong value may be repeated in a message: not where it may hold a secret
 * @param parser from the stripped text, which is not empty, to the value; null for what is not allowed
 */
record ValueType<T>(String allowed, boolean shown, Function<String, @Nullable T> parser) {
    /** What the address of a SQLite file begins with. */
    static final String SQLITE = "jdbc:sqlite:";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern PRINTABLE_WORD = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%\\[\\]-]+");
    private static final Pattern SQLITE_FILE = Pattern.compile(SQLITE + "(?!:|file:)[^?]+");
    private static final Pattern SERVER = Pattern.compile("jdbc:postgresql:(?!.*(@|(?i:password)=))\\S+");
    private static final int MAX_TEXT = 1_000;

    /** One line of text. */
    static ValueType<String> text() {
        return new ValueType<>("one line of text", true, ValueType::line);
    }

    /** A file or folder, as text; what it is relative to is not known here. */
    static ValueType<String> path() {
        return new ValueType<>("a file or folder", true, ValueType::line);
    }

    private static @Nullable String line(String text) {
        return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl) ? text : null;
    }

    /** The name or number of a network interface. */
    static ValueType<String> host() {
        return new ValueType<>(
                "a host name or address", true, text -> HOST.matcher(text).matches() ? text : null);
    }

    /** One of an enumeration's constants, in lower case. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String allowed = Arrays.stream(constants).map(ValueType::nameOf).collect(Collectors.joining(", "));
        return new ValueType<>(
                "one of " + allowed,
                true,
                text -> Arrays.stream(constants)
                        .filter(constant -> nameOf(constant).equals(text))
                        .findFirst()
                        .orElse(null));
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@code true} or {@code false}. */
    static ValueType<Boolean> truth() {
        return new ValueType<>("true or false", true, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    /** A whole number between two, both included. */
    static ValueType<Integer> integer(int least, int most) {
        return new ValueType<>("a whole number from " + least + " to " + most, true, text -> {
            if (!text.matches("\\d{1,9}")) {
                return null;
            }
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? number : null;
        });
    }

    /** An amount of US dollars. */
    static ValueType<BigDecimal> dollars() {
        return new ValueType<>(
                "an amount of US dollars from 0 to 999999.99, such as 2.50",
                true,
                text -> text.matches("\\d{1,6}(\\.\\d{1,2})?") ? new BigDecimal(text) : null);
    }

    /** A time with its unit, between two, both included. */
    static ValueType<Duration> duration(String least, String most) {
        Duration shortest = parseDuration(least);
        Duration longest = parseDuration(most);
        return new ValueType<>(
                "a time from " + least + " to " + most + ", such as 500ms, 5s, 2m, 12h or 90d", true, text -> {
                    Duration duration = parseDuration(text);
                    return duration == null
                                    || shortest == null
                                    || longest == null
                                    || duration.compareTo(shortest) < 0
                                    || duration.compareTo(longest) > 0
                            ? null
                            : duration;
                });
    }

    private static @Nullable Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A web address without user, password, query or fragment. */
    static ValueType<URI> url() {
        return new ValueType<>("a web address, such as https://example.org/path", false, ValueType::webAddress);
    }

    /** The scheme, host and port of a web server, and no path. */
    static ValueType<URI> origin() {
        return new ValueType<>(
                "scheme, host and port of a web server, such as https://example.org:8443", false, text -> {
                    URI uri = webAddress(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
                    return uri != null && uri.getRawPath().isEmpty() ? uri : null;
                });
    }

    private static @Nullable URI webAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            boolean port = uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= 65_535);
            return web && bare && port && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A JDBC address of a database that the program speaks with, holding no password. */
    static ValueType<String> jdbc() {
        return new ValueType<>(
                "jdbc:sqlite:FILE or jdbc:postgresql://HOST:PORT/NAME, with no password in it",
                false,
                text -> SQLITE_FILE.matcher(text).matches()
                                || SERVER.matcher(text).matches()
                        ? line(text)
                        : null);
    }

    /** Telegram user ids. */
    static ValueType<Set<Long>> userIds() {
        return new ValueType<>("Telegram user ids, whole numbers above 0, with commas between", true, text -> {
            Set<Long> ids = new LinkedHashSet<>();
            for (String part : text.split(",", -1)) {
                if (!part.strip().matches("[1-9]\\d{0,17}")) {
                    return null;
                }
                ids.add(Long.valueOf(part.strip()));
            }
            return ids;
        });
    }

    /** Characters that can go into an HTTP header. */
    static ValueType<Secret> secret() {
        return new ValueType<>(
                "visible ASCII characters without a space",
                false,
                text -> PRINTABLE_WORD.matcher(text).matches() ? new Secret(text) : null);
    }

    /** One line of any characters: a password. */
    static ValueType<Secret> password() {
        return new ValueType<>("one line of text", false, text -> line(text) == null ? null : new Secret(text));
    }

    /** Only characters of that pattern. */
    static ValueType<Secret> secretOf(String pattern, String allowed) {
        return new ValueType<>(allowed, false, text -> text.matches(pattern) ? new Secret(text) : null);
    }
}
