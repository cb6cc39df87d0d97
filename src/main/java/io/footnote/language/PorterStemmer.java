package io.footnote.language;

/**
 * The stem of an English word, by the algorithm of M. F. Porter, <i>An algorithm for suffix stripping</i>, Program
 * 14(3), 1980, with the two departures its author made later: {@code bli} and {@code logi} in the second step.
 * Stateless, safe for any number of threads.
 */
final class PorterStemmer {

    private static final String[][] STEP_2 = {
        {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"bli", "ble"},
        {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"}, {"ization", "ize"}, {"ation", "ate"},
        {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},
        {"iviti", "ive"}, {"biliti", "ble"}, {"logi", "log"}
    };
    private static final String[][] STEP_3 = {
        {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}
    };
    private static final String[] STEP_4 = {
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic", "ou"
    };

    /** The stem of a word of lower-case ASCII letters; words of one or two letters are their own stem. */
    String stem(String word) {
        if (word.length() < 3) {
            return word;
        }
        String stem = plural(word);
        stem = pastAndProgressive(stem);
        if (stem.endsWith("y") && hasVowel(cut(stem, 1))) {
            stem = cut(stem, 1) + "i";
        }
        stem = replaceLongest(stem, STEP_2);
        stem = replaceLongest(stem, STEP_3);
        stem = dropSuffix(stem);
        return tidy(stem);
    }

    /** Step 1a. */
    private static String plural(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    /** Step 1b. */
    private static String pastAndProgressive(String word) {
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        String stem = word.endsWith("ed") ? cut(word, 2) : word.endsWith("ing") ? cut(word, 3) : word;
        if (stem.length() == word.length() || !hasVowel(stem)) {
            return word;
        }
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (doubleConsonant(stem) && !stem.endsWith("l") && !stem.endsWith("s") && !stem.endsWith("z")) {
            return cut(stem, 1);
        }
        return measure(stem) == 1 && consonantVowelConsonant(stem) ? stem + "e" : stem;
    }

    /** Steps 2 and 3. */
    private static String replaceLongest(String word, String[][] rules) {
        for (String[] rule : rules) {
            if (word.endsWith(rule[0])) {
                String stem = cut(word, rule[0].length());
                return measure(stem) > 0 ? stem + rule[1] : word;
            }
        }
        return word;
    }

    /** Step 4. */
    private static String dropSuffix(String word) {
        for (String suffix : STEP_4) {
            if (word.endsWith(suffix)) {
                String stem = cut(word, suffix.length());
                boolean allowed = !suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t");
                return allowed && measure(stem) > 1 ? stem : word;
            }
        }
        return word;
    }

    /** Step 5. */
    private static String tidy(String word) {
        String result = word;
        if (result.endsWith("e")) {
            String stem = cut(result, 1);
            int measure = measure(stem);
            if (measure > 1 || (measure == 1 && !consonantVowelConsonant(stem))) {
                result = stem;
            }
        }
        return result.endsWith("ll") && measure(result) > 1 ? cut(result, 1) : result;
    }

    private static String cut(String word, int units) {
        return word.substring(0, word.length() - units);
    }

    private static boolean consonant(String word, int index) {
        return switch (word.charAt(index)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> index == 0 || !consonant(word, index - 1);
            default -> true;
        };
    }

    /** How often a vowel is followed by a consonant, Porter's m. */
    private static int measure(String word) {
        int count = 0;
        boolean vowelBefore = false;
        for (int index = 0; index < word.length(); index++) {
            // 'y' looks one letter back only, so a run of them must not recurse: carry the answer along
            char letter = word.charAt(index);
            boolean vowel = "aeiou".indexOf(letter) >= 0 || (letter == 'y' && index > 0 && !vowelBefore);
            if (vowelBefore && !vowel) {
                count++;
            }
            vowelBefore = vowel;
        }
        return count;
    }

    private static boolean hasVowel(String word) {
        for (int index = 0; index < word.length(); index++) {
            if ("aeiou".indexOf(word.charAt(index)) >= 0 || (index > 0 && word.charAt(index) == 'y')) {
                return true;
            }
        }
        return false;
    }

    private static boolean doubleConsonant(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == word.charAt(last - 1) && consonant(word, last);
    }

    private static boolean consonantVowelConsonant(String word) {
        int last = word.length() - 1;
        return last >= 2
                && consonant(word, last)
                && !consonant(word, last - 1)
                && consonant(word, last - 2)
                && "wxy".indexOf(word.charAt(last)) < 0;
    }
}
