package io.footnote.telegram;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.Correction;
import io.footnote.answer.Grounded;
import io.footnote.answer.Overview;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.grounding.CheckedStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows answers: the statements with their markers, and the sources folded under them. A long answer becomes several
 * messages, divided between statements; where even one statement is too long, or only one message is wanted, the sources
 * are cut first, then left out from the last, and only then the statements are cut. Immutable.
 */
final class AnswerMessage {
    private static final int LONGEST_MISSING = 300;
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_TITLE = 200;

    private static final String SPACE = " ";
    private static final String PARAGRAPH = "\n\n";

    /** The most messages that an answer is divided into. */
    static final int MAX_PARTS = 5;

    /** The empty line before the sources, whose first needs no line end of its own. */
    static final int BEFORE_SOURCES = 1;

    private final Texts texts;
    private final Passages passages;

    /** @param sentences how many sentences an article has, by its id; 0 where that is not known */
    AnswerMessage(Texts texts, ToIntFunction<String> sentences) {
        this.texts = texts;
        this.passages = new Passages(texts, sentences);
    }

    /**
     * A message of an answer.
     *
     * @param sources the numbers of the sources whose sentences it shows
     */
    record Part(Reply reply, List<Integer> sources) {}

    /** The answer as one message. */
    Part whole(Answer answer) {
        return whole(answer, Reply.MAX_LENGTH);
    }

    /** The answer as one message of at most so many UTF-16 units. */
    Part whole(Answer answer, int most) {
        return switch (answer) {
            case Grounded grounded -> part(grounded, grounded.statements(), true, most);
            case Abstained abstained -> abstention(abstained, most);
        };
    }

    /** The statements of an answer that is still being written. */
    Reply draft(Grounded soFar) {
        Markup message = new Markup();
        StatementLine.add(message, soFar, soFar.statements(), null, SPACE, Reply.MAX_LENGTH);
        return message.reply();
    }

    /** The answer as one message under what is there already. */
    Reply under(Markup message, Answer answer) {
        Part part = whole(answer, Reply.MAX_LENGTH - message.length());
        return message.append(part.reply()).reply();
    }

    /** The answer as one message or several, at most {@value #MAX_PARTS}. */
    List<Part> parts(Answer answer) {
        return parts(answer, Reply.MAX_LENGTH);
    }

    /** The same, divided at the same places, each of at most so many UTF-16 units. */
    List<Part> parts(Answer answer, int most) {
        if (!(answer instanceof Grounded grounded)) {
            return List.of(whole(answer, most));
        }
        List<List<CheckedStatement>> groups = groups(grounded);
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < groups.size(); index++) {
            parts.add(part(grounded, groups.get(index), index == groups.size() - 1, most));
        }
        return parts;
    }

    /** As many statements together as fit with their sources. */
    private List<List<CheckedStatement>> groups(Grounded grounded) {
        int room =
                Reply.MAX_LENGTH - note(grounded).length() - heading(grounded).length();
        List<List<CheckedStatement>> groups = new ArrayList<>();
        List<CheckedStatement> group = new ArrayList<>();
        for (CheckedStatement next : grounded.statements()) {
            List<CheckedStatement> more = new ArrayList<>(group);
            more.add(next);
            if (!group.isEmpty() && groups.size() < MAX_PARTS - 1 && needed(grounded, more) > room) {
                groups.add(List.copyOf(group));
                group.clear();
            }
            group.add(next);
        }
        groups.add(List.copyOf(group));
        return groups;
    }

    private int needed(Grounded grounded, List<CheckedStatement> statements) {
        return StatementLine.needed(grounded, statements, between(grounded))
                + BEFORE_SOURCES
                + passages.needed(citedBy(grounded, statements));
    }

    private static List<Source> citedBy(Grounded grounded, List<CheckedStatement> statements) {
        Set<Integer> numbers = new LinkedHashSet<>();
        statements.forEach(statement -> numbers.addAll(grounded.markersOf(statement)));
        return grounded.sources().stream()
                .filter(source -> numbers.contains(source.n()))
                .toList();
    }

    private Part part(Grounded grounded, List<CheckedStatement> statements, boolean last, int most) {
        Markup note = last ? note(grounded) : new Markup();
        boolean first = statements.getFirst() == grounded.statements().getFirst();
        Markup message = first ? heading(grounded) : new Markup();
        int room = most - note.length();
        Brief brief = Brief.of(grounded);
        List<Source> sources = citedBy(grounded, statements);
        StatementLine.add(
                message,
                grounded,
                statements,
                brief,
                between(grounded),
                room - message.length() - passages.least(sources));
        passages.add(message, sources, brief, true, room - message.length());
        return new Part(
                message.append(note).reply(), sources.stream().map(Source::n).toList());
    }

    /** What stands above an overview. */
    private Markup heading(Grounded grounded) {
        Optional<Overview> kind = Overview.of(grounded);
        if (kind.isEmpty()) {
            return new Markup();
        }
        String title = Excerpt.of(Excerpt.oneLine(grounded.sources().getFirst().title()), LONGEST_TITLE);
        Phrase phrase = kind.get() == Overview.SUMMARY ? Phrase.SUMMARY_HEAD : Phrase.TIMELINE_HEAD;
        return new Markup().bold(texts.say(phrase, "title", title)).text(PARAGRAPH);
    }

    /** The statements of an overview stand apart. */
    private static String between(Grounded grounded) {
        return Overview.of(grounded).isPresent() ? PARAGRAPH : SPACE;
    }

    private Part abstention(Abstained abstained, int most) {
        Markup note = note(abstained);
        Markup message = new Markup().text(sentence(abstained));
        if (!abstained.nearest().isEmpty()) {
            message.text(" " + texts.say(Phrase.NEAREST));
        }
        int room = most - note.length() - message.length();
        passages.add(message, abstained.nearest(), null, false, room);
        return new Part(
                message.append(note).reply(),
                abstained.nearest().stream().map(Source::n).toList());
    }

    private Markup note(Answer answer) {
        if (answer.engine().equals(Correction.ENGINE)) {
            return new Markup().text("\n\n").italic(texts.say(Phrase.FROM_EDITORS));
        }
        String fallback = answer.fallback();
        if (fallback == null) {
            return new Markup();
        }
        return new Markup()
                .text("\n\n")
                .italic(texts.say(Phrase.WITHOUT_MODEL, "reason", Excerpt.of(Excerpt.oneLine(fallback), LONGEST_NOTE)));
    }

    /** The words that answer, in the sentence they are of, on one line. */
    record Brief(String sentence, ShortAnswer words) {
        static @Nullable Brief of(Grounded grounded) {
            ShortAnswer brief = grounded.brief();
            Source source = grounded.sources().getFirst();
            return brief == null
                    ? null
                    : new Brief(Excerpt.oneLine(source.text()), brief.shownIn(source, Excerpt::oneLine));
        }

        /** The sentence to the end of the words. */
        private String upToWords() {
            return sentence.substring(0, words.end());
        }
    }

    /** As much of a sentence as fits, with the words that answer in bold if they are in it and fit whole. */
    static void addSentence(Markup message, String sentence, int room, @Nullable Brief brief) {
        String excerpt = Excerpt.of(sentence, room);
        if (brief != null && sentence.equals(brief.sentence()) && excerpt.startsWith(brief.upToWords())) {
            message.bold(excerpt, brief.words().start(), brief.words().end());
        } else {
            message.text(excerpt);
        }
    }

    /** The answer in words alone, as a later question may refer to it. */
    String words(Answer answer) {
        return switch (answer) {
            case Grounded grounded ->
                grounded.statements().stream()
                        .map(checked -> Excerpt.oneLine(checked.statement().text()))
                        .collect(Collectors.joining(" "));
            case Abstained abstained -> sentence(abstained);
        };
    }

    private String sentence(Abstained abstained) {
        Optional<Overview> kind = Overview.of(abstained);
        if (kind.isPresent()) {
            return texts.say(kind.get() == Overview.SUMMARY ? Phrase.SUMMARY_NONE : Phrase.TIMELINE_NONE);
        }
        String missing = abstained.missing();
        return missing == null
                ? texts.say(Phrase.NOT_SAID)
                : texts.say(Phrase.NOT_SAID_MISSING, "missing", Excerpt.of(Excerpt.oneLine(missing), LONGEST_MISSING));
    }
}
