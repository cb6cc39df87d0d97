package io.footnote.quiz;

import io.footnote.language.DateMention;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came first: statements whose year is left out of them. */
final class OrderMaker implements ItemMaker {
    private static final String QUESTION = "Which of these happened first, according to the article?";

    private static final Set<String> HAPPENED = Set.of("was", "were", "had", "began", "became", "came", "took", "won");
    private static final Pattern DATE = Pattern.compile("\\b[12]\\d{3}\\b");
    /** It takes up several sentences, each of which could give a question. */
    private static final double BESIDE_OTHERS = 0.5;

    private static final int LEAST_WORDS = 4;

    private record Event(int year, String text, ReadSentence sentence) {}

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        TreeMap<Integer, Event> events = new TreeMap<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            if (clause != null
                    && sentence.selfContained()
                    && sentence.context().isEmpty()
                    && sentence.annotated().dates().size() == 1) {
                Event event = event(clause, sentence.annotated().dates().getFirst());
                if (event != null && event.text().length() <= QuizItem.MAX_OPTION) {
                    events.putIfAbsent(event.year(), event);
                }
            }
        }
        List<Event> chosen = new ArrayList<>(events.values());
        if (chosen.size() <= 2) {
            return List.of();
        }
        List<Event> asked = chosen.subList(0, Math.min(chosen.size(), 4));
        List<Integer> evidence = asked.stream()
                .map(event -> event.sentence().number())
                .sorted(Comparator.naturalOrder())
                .toList();
        Event first = asked.getFirst();
        return List.of(new Candidate(
                ItemType.ORDER,
                first.sentence(),
                evidence,
                QUESTION,
                first.text(),
                asked.subList(1, asked.size()).stream().map(Event::text).toList(),
                BESIDE_OTHERS));
    }

    private static final Pattern TAIL = Pattern.compile(
            ",? (?:which|where|who|whose|before|after|when|although|while|based on|with|but) .*$|, (?:the|a|an) .*$");

    private static @Nullable Event event(Clause clause, DateMention date) {
        ReadSentence sentence = clause.sentence();
        List<Token> tokens = sentence.annotated().tokens();
        int word = sentence.wordAt(tokens.get(date.first()).start());
        int after = sentence.wordAt(tokens.get(date.last()).end());
        boolean past = HAPPENED.contains(sentence.lower(clause.verb()))
                || sentence.lower(clause.verb()).endsWith("ed");
        boolean dated = date.year() != 0 && !date.decade();
        if (!dated || !past || !Set.of("in", "on").contains(sentence.lower(word - 1))) {
            return null;
        }
        String statement = statement(clause, word - 1, after);
        if (statement == null || DATE.matcher(statement).find()) {
            return null;
        }
        String text = TAIL.matcher(statement).replaceAll("");
        return text.split(" ").length < LEAST_WORDS
                ? null
                : new Event(date.year(), text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1), sentence);
    }

    /** The clause without its year, or null where the year is no adverbial of the clause itself. */
    private static @Nullable String statement(Clause clause, int from, int to) {
        ReadSentence sentence = clause.sentence();
        if (clause.lead() > 0) {
            return clause.lead() == to ? sentence.written(clause.first(), clause.end()) : null;
        }
        boolean afterVerb = sentence.is(from - 1, PartOfSpeech.VERB);
        boolean goesOn = to < clause.end()
                && (sentence.is(to, PartOfSpeech.ADP)
                        || sentence.is(to, PartOfSpeech.SCONJ)
                        || sentence.lower(to).equals(","));
        if (from <= clause.verb() || !(to >= clause.end() || afterVerb || goesOn)) {
            return null;
        }
        return (sentence.written(0, from) + " " + sentence.written(to, clause.end()))
                .replaceAll(" ,", ",")
                .strip();
    }
}
