package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence that opens with a subordinate clause states in each of its parts: "Since the park was founded in 2011,
 * visitors have come" states that the park was founded in 2011, and that visitors have come.
 */
final class Subordinates {
    /** What they introduce is stated as a fact. */
    private static final Set<String> FACTUAL = Set.of("since", "after", "although", "because", "when", "while");
    /** What follows the clause holds without it. */
    private static final Set<String> INDEPENDENT = Set.of("since", "although", "because", "while", "as", "after");

    private static final Set<String> PAST = Set.of("was", "were", "had");
    private static final int LEAST_WORDS = 5;

    private static final Pattern JOINT =
            Pattern.compile(",? (?:and )?(?:as|while)(?= (?:the|a|an|its|his|her|their) )");
    /** What stands before "but" holds without what follows. */
    private static final Pattern CONTRAST = Pattern.compile("([^“”\"(:;–]+?),? but,? ([^“”\"(:;–]+)");

    private static final Pattern PARTICIPLE = Pattern.compile("\\p{Lu}\\p{Ll}+ing [^,]+, (.+\\.)");
    private static final Pattern INCLUDING = Pattern.compile(" including .*$");

    private Subordinates() {}

    /** The statements of a sentence's parts, ending with full stops; none where it has no such parts. */
    static List<String> of(String sentence, Tagger tagger) {
        List<String> statements = new ArrayList<>(opening(sentence, tagger));
        statements.addAll(behind(sentence, tagger));
        Matcher contrast = CONTRAST.matcher(sentence);
        if (contrast.matches() && isClause(contrast.group(1), tagger) && isClause(contrast.group(2), tagger)) {
            statements.add(contrast.group(1) + ".");
        }
        String participle = withoutParticiple(sentence, tagger);
        if (participle != null) {
            statements.add(participle);
        }
        return statements;
    }

    /** "Prices rose as the war went on": that prices rose, and that the war went on. */
    private static List<String> behind(String sentence, Tagger tagger) {
        Matcher joint = JOINT.matcher(sentence);
        if (sentence.matches(".*[“”\"(:;–].*") || !joint.find() || !sentence.endsWith(".")) {
            return List.of();
        }
        String outer = sentence.substring(0, joint.start()).replaceFirst(",$", "");
        String inner = sentence.substring(joint.end() + 1, sentence.length() - 1);
        boolean subject = tagger.tag(inner + ".").getFirst().is(PartOfSpeech.DET);
        boolean alone = !outer.contains(", ") && !inner.contains(", ");
        if (!subject || !alone || !isClause(outer, tagger) || !isClause(inner, tagger)) {
            return List.of();
        }
        return List.of(outer + ".", capitalised(inner) + ".");
    }

    /** "Facing a shortage, the firm has closed shops": that the firm has closed shops. */
    private static @Nullable String withoutParticiple(String sentence, Tagger tagger) {
        Matcher leading = PARTICIPLE.matcher(sentence);
        if (!leading.matches() || sentence.matches(".*[“”\"(:;–].*")) {
            return null;
        }
        String rest = leading.group(1);
        List<TaggedWord> words = tagger.tag(rest);
        boolean subject =
                words.getFirst().is(PartOfSpeech.DET) || words.getFirst().is(PartOfSpeech.PROPN);
        return subject && isClause(rest, tagger)
                ? capitalised(MainClause.trimmed(INCLUDING.matcher(rest).replaceFirst("."), tagger))
                : null;
    }

    private static boolean isClause(String text, Tagger tagger) {
        return text.split(" ").length >= LEAST_WORDS
                && tagger.tag(text.endsWith(".") ? text : text + ".").stream().anyMatch(Subordinates::finite);
    }

    private static boolean finite(TaggedWord word) {
        return (word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX))
                && !word.text().endsWith("ing");
    }

    private static List<String> opening(String sentence, Tagger tagger) {
        int space = sentence.indexOf(' ');
        String opener = space < 0 ? "" : sentence.substring(0, space).toLowerCase(Locale.ROOT);
        int comma = sentence.indexOf(", ");
        if (comma < 0
                || sentence.matches(".*[“”\"(:;–].*")
                || !FACTUAL.contains(opener) && !INDEPENDENT.contains(opener)) {
            return List.of();
        }
        String inner = sentence.substring(space + 1, comma);
        String outer = sentence.substring(comma + 2);
        List<TaggedWord> innerWords = tagger.tag(inner + ".");
        boolean two = innerWords.stream().anyMatch(Subordinates::finite)
                && tagger.tag(outer).stream().anyMatch(Subordinates::finite);
        if (!two || inner.split(" ").length < LEAST_WORDS || outer.split(" ").length < LEAST_WORDS) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        boolean past = innerWords.stream()
                .anyMatch(word -> PAST.contains(word.text()) || word.text().endsWith("ed"));
        boolean began = !innerWords.getFirst().is(PartOfSpeech.VERB);
        if (FACTUAL.contains(opener) && past && began) {
            statements.add(capitalised(inner) + ".");
        }
        if (INDEPENDENT.contains(opener)) {
            statements.add(capitalised(MainClause.trimmed(outer, tagger)));
        }
        return statements;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
