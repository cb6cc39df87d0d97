package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Annotator;
import io.footnote.language.Chronology;
import io.footnote.language.DateSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an article says happened when: its sentences that name a day, a month or a year, in the order of time. Immutable.
 *
 * @param events the earliest first; of those that begin together, the longest, and then by the article's order
 * @param dated whether it is known when every article was published; without, "on Friday" cannot be placed
 */
public record Timeline(List<Event> events, boolean dated) {

    /** The most events; the first of them are kept. */
    public static final int MAX_EVENTS = 1_000;

    /**
     * Something that an article dates.
     *
     * @param when the days that the sentence speaks of
     * @param source the sentence, numbered from 1 in the order of the timeline
     */
    public record Event(DateSpan when, Source source) {}

    /** Makes the list immutable. */
    public Timeline {
        events = List.copyOf(events);
    }

    private record Found(DateSpan when, Article article, Sentence sentence) {}

    /**
     * The timeline of some articles. Relative dates count from the day an article was published, as its publisher's
     * clock had it. A sentence that names several days stands under each.
     *
     * @param annotator finds dates
     */
    public static Timeline of(List<Article> articles, Annotator annotator) {
        List<Found> found = new ArrayList<>();
        boolean dated = true;
        for (Article article : articles) {
            OffsetDateTime time = article.publication().published();
            LocalDate published = time == null ? null : time.toLocalDate();
            dated &= published != null;
            Chronology chronology = new Chronology(published);
            for (Sentence sentence : article.sentences()) {
                if (sentence.citable()) {
                    chronology
                            .in(annotator.annotate(article.textOf(sentence)))
                            .forEach(when -> found.add(new Found(when, article, sentence)));
                }
            }
        }
        List<Found> ordered = found.stream()
                .sorted(Comparator.comparing(Found::when)) // keeps the order of the articles
                .limit(MAX_EVENTS)
                .toList();
        List<Event> events = new ArrayList<>();
        for (Found one : ordered) {
            events.add(new Event(one.when(), Source.of(events.size() + 1, one.article(), one.sentence())));
        }
        return new Timeline(events, dated);
    }
}
