package io.footnote.quiz;

import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who said what the article quotes, where it names the speaker beside the quotation. */
final class QuoteMaker implements ItemMaker {
    static final String LEAD = "Who said this? ";
    /** A quotation, or its first sentence behind a colon. */
    private static final Pattern QUOTATION =
            Pattern.compile("[“\"]([^“”\"]{20,260})[”“\"]|(?<=: )[“\"]([^“”\"]{20,260})$"
                    + "|^(\\p{Lu}[^“”\"]{20,260})[”\"](?= (?:he |she )?sa(?:id|ys)\\b)");

    private static final Pattern BY_PRONOUN =
            Pattern.compile("¦[ ,]+(?:he|she) (?:said|says)\\b|\\b(?:He|She) (?:said|says|added)[^.]{0,30}¦");
    private static final Pattern BY_HER = Pattern.compile("(?i)\\bshe (?:said|says|added)\\b");
    /** How many sentences a pronoun reaches back at most. */
    private static final int LONGEST_REACH = 3;
    /** The same where only one person in the article is called she. */
    private static final int LONGEST_SOLE_REACH = 8;

    /** An opening that goes on from what has been said. */
    private static final Pattern LOOSE =
            Pattern.compile("(?i)(?:and|but|so|or|that|this|these|those|it|they|then|some|such)\\b");
    /** A shorter word seldom says what is spoken of. */
    private static final int CONTENT_LENGTH = 5;

    private static final int LEAST_WORDS = 5;
    /** A shorter quotation could be anybody's. */
    private static final int TELLING_WORDS = 9;

    /** What a quotation is worth that does not say all of what it is about, or that nobody else could have said. */
    private static final double OPEN = 0.6;

    private static final int LONGEST_ATTRIBUTION = 100;
    private static final Pattern SAYING =
            Pattern.compile("\\b(?:said|says|say|told|tells|added|adds|asked|asks|recalled|explained|wrote|writes)\\b");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        Map<Integer, Continuations.Attribution> attributed = new HashMap<>();
        Speaking last = new Speaking(null, 0);
        Speaking woman = last;
        for (ReadSentence sentence : article.sentences()) {
            last = last.after(sentence, article);
            woman = last.person() != null && article.antecedents().sole(last.person()) ? last : woman;
            Matcher quotation = QUOTATION.matcher(sentence.source());
            if (!quotation.find()) {
                String around = outsideQuotations(sentence.source());
                if (around.indexOf('¦') >= 0 && SAYING.matcher(around).find()) {
                    attributed.putIfAbsent(
                            sentence.number(),
                            new Continuations.Attribution(speaker(around, sentence, article), sentence.evidence()));
                }
                continue;
            }
            String quoted = Stream.of(quotation.group(1), quotation.group(2), quotation.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("")
                    .strip();
            String outside = sentence.source().substring(0, quotation.start()) + " ¦ "
                    + sentence.source().substring(quotation.end());
            Entity speaker = speaker(outside, sentence, article);
            List<Integer> evidence = sentence.evidence();
            boolean pronoun = speaker == null && BY_PRONOUN.matcher(outside).find();
            if (pronoun
                    && last.person() != null
                    && article.antecedents().agree(last.person(), outside)
                    && last.sentence() < sentence.number()
                    && sentence.number() - last.sentence() <= LONGEST_REACH) {
                speaker = last.person();
                evidence = List.of(last.sentence(), sentence.number());
            } else if (pronoun
                    && woman.person() != null
                    && BY_HER.matcher(outside).find()
                    && woman.sentence() < sentence.number()
                    && sentence.number() - woman.sentence() <= LONGEST_SOLE_REACH) {
                speaker = woman.person();
                evidence = List.of(woman.sentence(), sentence.number());
            }
            if (speaker != null || SAYING.matcher(outside).find()) {
                attributed.putIfAbsent(sentence.number(), new Continuations.Attribution(speaker, evidence));
            }
            if (speaker != null && wholeSentence(quoted, outside)) {
                String said = quoted.replaceAll("[,;–]$", "").replace('"', '\'');
                Candidate candidate = asked(said, speaker, evidence, sentence, article);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        for (Continuations.Speech speech : new Continuations(article, attributed).speeches()) {
            if (speech.said().split(" ").length >= TELLING_WORDS) {
                Candidate candidate =
                        asked(speech.said(), speech.speaker(), speech.evidence(), speech.sentence(), article);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates;
    }

    /** The question, behind a sentence of the article where the quotation needs one; null where nothing makes it clear. */
    private static @Nullable Candidate asked(
            String said, Entity speaker, List<Integer> evidence, ReadSentence sentence, ReadArticle article) {
        boolean clear = article.contexts().standsAloneQuoted(said);
        ReadSentence found = clear ? null : article.contexts().beforeQuoted(sentence.number(), said);
        ReadSentence context = found == null || QuizItem.holds(found.passage(), speaker.last()) ? null : found;
        TreeSet<Integer> rests = new TreeSet<>(evidence);
        if (context != null) {
            rests.addAll(context.evidence());
        }
        String question = LEAD + "“" + said + (said.matches(".*[.!?]") ? "" : ".") + "”";
        List<String> others = Distractors.entities(speaker, article, question).stream()
                .sorted(Comparator.comparing(other -> !article.likeness().speaks(other)))
                .toList();
        boolean telling = said.split(" ").length >= TELLING_WORDS;
        boolean plausible = !others.isEmpty() && article.likeness().speaks(others.getFirst());
        double weight = opensLoosely(said) || !speaksOf(said, sentence, article)
                ? Candidate.SECOND_RATE / 2
                : !telling || !article.contexts().pointsNowhere(said)
                        ? Candidate.SECOND_RATE
                        : (clear || context != null) && plausible ? 1 : OPEN;
        return new Candidate(
                ItemType.QUOTE,
                sentence,
                List.copyOf(rests),
                context == null ? "" : context.passage(),
                question,
                speaker.text(),
                others,
                weight);
    }

    /** Whether a text opens with a word that goes on from what has been said. */
    static boolean opensLoosely(String text) {
        return LOOSE.matcher(text).lookingAt();
    }

    /** What a sentence says outside what it quotes, where a quotation that began before it may end in it. */
    private static String outsideQuotations(String source) {
        String begun = source.indexOf('”') >= 0
                        && !source.substring(0, source.indexOf('”')).contains("“")
                ? "“" + source
                : source;
        return begun.replaceAll("“[^”]*(?:”|$)", " ¦ ");
    }

    /** Whether it has a noun or verb of some length that the article has elsewhere too; else anybody could have said it. */
    private static boolean speaksOf(String said, ReadSentence sentence, ReadArticle article) {
        String elsewhere =
                (article.title() + " " + article.text().replace(sentence.source(), " ")).toLowerCase(Locale.ROOT);
        return Stream.of(said.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= CONTENT_LENGTH)
                .filter(word ->
                        article.words().knows(article.words().baseForm(word, PartOfSpeech.NOUN), PartOfSpeech.NOUN))
                .anyMatch(word -> QuizItem.holds(elsewhere, word));
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
            boolean speaks =
                    entity != null && entity.kind() == Entity.Kind.PERSON && QuizItem.holds(attribution, entity.last());
            if (speaks && found != null && !found.equals(entity)) {
                return null;
            }
            found = speaks ? entity : found;
        }
        return found;
    }

    /** Who was named last, as long as nobody else was named in the same sentence. */
    private record Speaking(@Nullable Entity person, int sentence) {

        Speaking after(ReadSentence sentence, ReadArticle article) {
            Entity named = null;
            for (Name name : sentence.annotated().names()) {
                Entity entity = article.entity(sentence.annotated().written(name.first(), name.last()));
                if (entity != null && entity.kind() == Entity.Kind.PERSON) {
                    if (named != null && !named.equals(entity)) {
                        return new Speaking(null, sentence.number());
                    }
                    named = entity;
                }
            }
            return named == null ? this : new Speaking(named, sentence.number());
        }
    }
}
