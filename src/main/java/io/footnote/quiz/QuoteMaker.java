package io.footnote.quiz;

import io.footnote.language.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who said what the article quotes, where it names the speaker beside the quotation. */
final class QuoteMaker implements ItemMaker {
    private static final Pattern QUOTATION = Pattern.compile("[“\"]([^“”\"]{20,220})[”“\"]");
    private static final int LEAST_WORDS = 5;
    private static final int LONGEST_ATTRIBUTION = 60;
    private static final Pattern SAYING = Pattern.compile(
            "\\b(?:said|says|say|told|tells|added|adds|asked|asks|recalled|explained|wrote|writes)\\b");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Matcher quotation = QUOTATION.matcher(sentence.source());
            if (!quotation.find()) {
                continue;
            }
            String quoted = quotation.group(1).strip();
            String outside = sentence.source().substring(0, quotation.start()) + " ¦ "
                    + sentence.source().substring(quotation.end());
            Entity speaker = speaker(outside, sentence, article);
            if (speaker != null && wholeSentence(quoted, outside)) {
                String said = quoted.replaceAll("[,;–]$", "").replace('"', '\'');
                String question = "Who said: “" + said + (said.matches(".*[.!?]") ? "" : ".") + "”?";
                candidates.add(new Candidate(
                        ItemType.QUOTE,
                        sentence,
                        List.of(sentence.number()),
                        question,
                        speaker.text(),
                        Distractors.entities(speaker, article, question),
                        1));
            }
        }
        return candidates;
    }

    private static boolean wholeSentence(String quoted, String outside) {
        return Character.isUpperCase(quoted.charAt(0))
                && quoted.split(" ").length >= LEAST_WORDS
                && outside.chars().noneMatch(unit -> unit == '“' || unit == '”' || unit == '"');
    }

    /** The one person named in the attribution next to the quotation; null where there are none or several. */
    private static @Nullable Entity speaker(String outside, ReadSentence sentence, ReadArticle article) {
        if (!SAYING.matcher(outside).find()) {
            return null;
        }
        int mark = outside.indexOf('¦');
        String before = outside.substring(Math.max(0, mark - LONGEST_ATTRIBUTION), mark);
        String after = outside.substring(mark + 1, Math.min(outside.length(), mark + LONGEST_ATTRIBUTION));
        boolean saysAfter = SAYING.matcher(after).find();
        String attribution = saysAfter ? after : before;
        Entity found = null;
        for (Name name : sentence.annotated().names()) {
            Entity entity = article.entity(sentence.annotated().written(name.first(), name.last()));
            boolean speaks = entity != null
                    && entity.kind() == Entity.Kind.PERSON
                    && QuizItem.holds(attribution, entity.last());
            if (speaks && found != null && !found.equals(entity)) {
                return null;
            }
            found = speaks ? entity : found;
        }
        return found;
    }
}
