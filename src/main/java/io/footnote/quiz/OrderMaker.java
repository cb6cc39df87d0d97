package io.footnote.quiz;

import io.footnote.language.DateMention;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What came first: statements whose year is left out of them. */
final class OrderMaker implements ItemMaker {
    private static final String QUESTION = "Which of these happened first, according to the article?";

    private record Event(int year, String text, ReadSentence sentence) {}

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        TreeMap<Integer, Event> events = new TreeMap<>();
        for (ReadSentence sentence : article.sentences()) {
            Clause clause = Clause.of(sentence);
            if (clause != null
                    && sentence.selfContained()
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
                1));
    }

    private static @org.jspecify.annotations.Nullable Event event(Clause clause, DateMention date) {
        ReadSentence sentence = clause.sentence();
        List<Token> tokens = sentence.annotated().tokens();
        int word = sentence.wordAt(tokens.get(date.first()).start());
        int after = word + 1;
        if (!date.yearAlone() || !sentence.lower(word - 1).equals("in")) {
            return null;
        }
        boolean opens = word == 1 && clause.lead() == after;
        boolean ends = after >= clause.end();
        if (!opens && !ends) {
            return null;
        }
        String statement = opens ? sentence.written(clause.first(), clause.end()) : sentence.written(0, word - 1);
        String text = statement.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + statement.substring(1);
        return new Event(date.year(), text, sentence);
    }
}
