package io.footnote.article;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Guesses the language of a text from the script of its letters. Stateless. */
final class Script {
    /** The most common language of each script that English is not written in. */
    private static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"));

    private Script() {}

    /**
     * The language as a BCP 47 tag: that of the script which more than half of the letters are in, otherwise
     * {@code en}. Chinese characters with kana among them are Japanese.
     */
    static String languageOf(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (kana > 0 && (kana + han) * 2 > letters) {
            return "ja";
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 2 > letters)
                .map(count -> LANGUAGES.getOrDefault(count.getKey(), "en"))
                .findFirst()
                .orElse("en");
    }
}
