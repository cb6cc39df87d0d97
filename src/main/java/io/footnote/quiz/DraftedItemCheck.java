package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.language.Annotator;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an item that a model drafted may be asked. It must have the form of an item; the gate must support its
 * statement by the sentence it cites, and must not support the statement with any distractor in the key's place by any
 * sentence; the embedded answerer must find the cited sentence from the question. Safe for any number of threads.
 */
final class DraftedItemCheck {
    /** The longest statement, in UTF-16 units. */
    static final int MAX_STATEMENT = 300;

    /** Letters, digits and the marks of plain prose, on one line. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,;:'’\"“”()–—%$£€&?!-]+");
    /** What programs make a link of. */
    private static final Pattern ADDRESS = Pattern.compile("\\p{L}\\.\\p{L}{2,}");
    /** Before an end of sentence inside the question; single letters are abbreviations. */
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.?!]\\s.*\\?$|\\p{Ll}{2}[.!] ");

    private static final Map<ItemType, Pattern> ASKING = Map.of(
            ItemType.WHO, Pattern.compile("(?i)\\bwho(?:m|se)?\\b"),
            ItemType.WHAT, Pattern.compile("(?i)\\b(?:what|which)\\b"),
            ItemType.WHERE, Pattern.compile("(?i)\\bwhere\\b|\\b(?:in|at|from|to) (?:which|what)\\b"),
            ItemType.WHEN, Pattern.compile("(?i)\\bwhen\\b|\\b(?:which|what) (?:year|month|day|date)\\b"),
            ItemType.HOW_MANY, Pattern.compile("(?i)\\bhow (?:many|much)\\b|\\bwhat (?:percentage|number|share)\\b"));

    private final CitationGate gate;
    private final ItemCheck check;
    private final DraftWording wording;
    private final OptionKinds kinds;

    DraftedItemCheck(Annotator annotator, Tagger tagger, WordNet words, CitationGate gate, ItemCheck check) {
        this.gate = gate;
        this.check = check;
        this.wording = new DraftWording(annotator, tagger, words);
        this.kinds = new OptionKinds(annotator.lexicon(), words);
    }

    /** Why an item may not be asked, without its words; null where it may. */
    @Nullable
    String objection(DraftedItem item, Article article, ReadArticle read, ItemDrafter drafter) {
        return Stream.<Supplier<@Nullable String>>of(
                        () -> pointer(item, article),
                        () -> form(item),
                        () -> question(item),
                        () -> options(item, read),
                        () -> wording.objection(item, read),
                        () -> support(item, article, read),
                        () -> drafter.finds(item.question(), article, item.sentence())
                                ? null
                                : "the embedded answerer does not find the cited sentence")
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String pointer(DraftedItem item, Article article) {
        return article.has(item.sentence()) && article.sentence(item.sentence()).citable()
                ? null
                : "it points to a sentence that is not there or not to be cited";
    }

    private static @Nullable String form(DraftedItem item) {
        List<String> texts = new ArrayList<>(item.distractors());
        texts.add(item.key());
        boolean tooLong = texts.stream().anyMatch(text -> text.length() > QuizItem.MAX_OPTION)
                || item.question().length() > QuizItem.MAX_QUESTION
                || item.statement().length() > MAX_STATEMENT;
        if (tooLong) {
            return "something of it is too long";
        }
        texts.addAll(List.of(item.question(), item.statement()));
        boolean plain = texts.stream()
                .allMatch(text ->
                        PLAIN.matcher(text).matches() && !ADDRESS.matcher(text).find());
        return plain ? null : "something of it is no plain text";
    }

    private static @Nullable String question(DraftedItem item) {
        Pattern asking = ASKING.get(item.type());
        String question = item.question();
        boolean asks = asking != null
                && asking.matcher(question).find()
                && question.endsWith("?")
                && Character.isUpperCase(question.codePointAt(0))
                && !SECOND_SENTENCE.matcher(question).find();
        if (!asks) {
            return "it is no question of its type";
        }
        if (item.type() == ItemType.HOW_MANY && !OptionKinds.isValue(item.key())) {
            return "its key is no number";
        }
        int first = item.statement().indexOf(item.key());
        boolean once = QuizItem.holds(item.statement(), item.key())
                && first == item.statement().lastIndexOf(item.key());
        if (first < 0 || !once) {
            return "its statement does not have the key once";
        }
        boolean told = QuizItem.holds(question, item.key())
                || Stream.of(item.key().split(" "))
                        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
                        .anyMatch(word -> QuizItem.holds(question, word));
        return told ? "the key stands in the question" : null;
    }

    private @Nullable String options(DraftedItem item, ReadArticle read) {
        List<String> distractors = item.distractors();
        if (distractors.size() < QuizMaker.LEAST_DISTRACTORS || distractors.size() > QuizMaker.DISTRACTORS) {
            return "it has not two or three distractors";
        }
        List<String> all = new ArrayList<>(distractors);
        all.add(item.key());
        for (int index = 0; index < all.size(); index++) {
            for (int other = 0; other < all.size(); other++) {
                if (index != other && QuizItem.holds(all.get(index), all.get(other))) {
                    return "two of its options say the same";
                }
            }
        }
        return distractors.stream().allMatch(option -> kinds.alike(item.key(), option, read))
                ? null
                : "its options are not of one kind";
    }

    private @Nullable String support(DraftedItem item, Article article, ReadArticle read) {
        String cited = article.textOf(article.sentence(item.sentence()));
        if (!QuizItem.holds(cited, item.key())) {
            return "the cited sentence does not have the key";
        }
        if (!wording.covers(cited, item.statement())) {
            return "its statement says more than the cited sentence";
        }
        CheckedStatement checked = gate.check(
                new Statement(item.statement(), List.of(new Citation(article.id(), item.sentence()))),
                List.of(article));
        if (checked.verdict() != Verdict.SUPPORTED) {
            return "the cited sentence does not support the key";
        }
        for (String distractor : item.distractors()) {
            String statement = item.statement().replace(item.key(), distractor);
            if (check.supported(statement, read)) {
                return "the article supports a distractor";
            }
        }
        return null;
    }

    /** An item that may be asked, as those made without a model are. */
    static Candidate candidate(DraftedItem item, ReadArticle read) {
        ReadSentence sentence = read.sentences().stream()
                .filter(one -> one.number() == item.sentence())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sentence must be citable, got " + item.sentence()));
        return new Candidate(
                item.type(), sentence, List.of(item.sentence()), item.question(), item.key(), item.distractors(), 1);
    }
}
