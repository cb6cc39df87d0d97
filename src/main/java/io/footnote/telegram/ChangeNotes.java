package io.footnote.telegram;

import static java.util.stream.Collectors.toSet;

import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.LaterVersions;
import io.footnote.answer.LaterVersions.Change;
import io.footnote.answer.LaterVersions.Later;
import io.footnote.answer.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers of an earlier answer that its article has changed since. What stands under a message is empty where
 * nothing has. Immutable.
 *
 * @param versions what has become of sentences
 */
record ChangeNotes(LaterVersions versions) {
    private static final int LONGEST_SENTENCE = 600;

    /** Under a sentence with its neighbours, as it was: how it reads now. */
    Markup underSource(Texts texts, Source source) {
        return under(versions.of(source).map(later -> words(texts, later)).orElse(""));
    }

    private static String words(Texts texts, Later later) {
        return switch (later.change()) {
            case SAME -> texts.say(Phrase.CHANGED_KEPT);
            case REWORDED ->
                texts.say(
                        Phrase.CHANGED_REWORDED, "text", Excerpt.of(Excerpt.oneLine(later.reads()), LONGEST_SENTENCE));
            case GONE -> texts.say(Phrase.CHANGED_GONE);
            case REMOVED -> texts.say(Phrase.CHANGED_REMOVED);
        };
    }

    /** Under an answer. */
    Markup underAnswer(Texts texts, Answer answer) {
        return under(spoken(texts, answer));
    }

    /** Under further passages of what was searched then. */
    Markup underPassages(Texts texts, List<Source> passages) {
        return under(changes(passages).isEmpty() ? "" : texts.say(Phrase.CHANGED_PASSAGES));
    }

    /**
     * Under an answer that follows another, where it was found in a later version of the article.
     *
     * @param earlier the answer that it follows
     */
    Markup underFollowUp(Texts texts, Answer earlier, AnswerTrace trace) {
        boolean otherText = earlier.shown().stream()
                .map(Source::articleId)
                .distinct()
                .map(versions.current())
                .flatMap(Optional::stream)
                .anyMatch(now -> trace.articleIds().contains(now.id())
                        && earlier.shown().stream()
                                .noneMatch(source -> source.articleId().equals(now.id())));
        return under(otherText ? texts.say(Phrase.CHANGED_EARLIER) : "");
    }

    /** The same as under an answer, to be shown for a moment; empty where nothing has changed. */
    String spoken(Texts texts, Answer answer) {
        Phrase phrase = phrase(changes(answer.shown()));
        return phrase == null ? "" : texts.say(phrase);
    }

    private Set<Change> changes(List<Source> shown) {
        return shown.stream()
                .map(versions::of)
                .flatMap(Optional::stream)
                .map(Later::change)
                .collect(toSet());
    }

    private static @Nullable Phrase phrase(Set<Change> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        if (changes.contains(Change.REMOVED)) {
            return Phrase.CHANGED_REMOVED;
        }
        return changes.equals(Set.of(Change.SAME)) ? Phrase.CHANGED_SAME : Phrase.CHANGED_SHOWN;
    }

    private static Markup under(String words) {
        return words.isEmpty() ? new Markup() : new Markup().text("\n\n").italic(words);
    }
}
