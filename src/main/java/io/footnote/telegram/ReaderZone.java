package io.footnote.telegram;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time zone that a reader writes: nothing for UTC, hours ahead of it or behind it, or a name of the IANA's in any
 * case, as {@code Europe/Berlin}, of which the city is enough where it is the only one of that name.
 */
final class ReaderZone {
    private static final Pattern OFFSET = Pattern.compile("(?:UTC\\s*)?([+-]\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final int EASTERNMOST = 14;
    private static final int WESTERNMOST = -12;

    private ReaderZone() {}

    /** The zone; nothing where there is none of that name. */
    static Optional<ZoneId> of(String written) {
        String wish = written.strip();
        if (wish.isEmpty() || wish.equalsIgnoreCase("UTC")) {
            return Optional.of(ZoneId.of("UTC"));
        }
        Matcher offset = OFFSET.matcher(wish);
        if (offset.matches()) {
            int hours = Integer.parseInt(offset.group(1));
            return hours < WESTERNMOST || hours > EASTERNMOST
                    ? Optional.empty()
                    : Optional.of(ZoneId.ofOffset("UTC", ZoneOffset.ofHours(hours)));
        }
        String name = wish.replace(' ', '_').toLowerCase(Locale.ROOT);
        List<String> places = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0)
                .toList();
        List<String> found = places.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).equals(name))
                .toList();
        List<String> cities = places.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith("/" + name))
                .toList();
        return (found.isEmpty() && cities.size() == 1 ? cities : found)
                .stream().findFirst().map(ZoneId::of);
    }

    /** As it is told: {@code UTC}, {@code UTC+3} or {@code Europe/Berlin}. */
    static String told(String zone) {
        return zone.replaceFirst("^UTC([+-])0?(\\d+):00$", "UTC$1$2");
    }
}
