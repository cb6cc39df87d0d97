package io.footnote.telegram;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Overview;
import io.footnote.answer.Question;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers to show. */
final class Answers {
    /** What the answers are from. */
    static final Article ARTICLE = new Article(
            "a1", "Title", "title.txt", null, "en", "Something happened.", List.of(new Sentence(1, 0, 19, true)));

    private Answers() {}

    /** Answers questions. */
    @FunctionalInterface
    interface Questioned {
        AnswerTrace answer(Question question, String reader, @Nullable AnswerListener listener);
    }

    /** What the bot asks, with somebody else answering; an overview says what it is. */
    static Asking by(Questioned asked) {
        return new Asking() {
            @Override
            public AnswerTrace answer(
                    Question question, List<Article> articles, String reader, @Nullable AnswerListener listener) {
                return asked.answer(question, reader, listener);
            }

            @Override
            public AnswerTrace overview(Overview kind, Question question, Article article) {
                return asked.answer(question, "", null);
            }
        };
    }

    /** A statement for each text, each with a source of its own that has the text at the same place. */
    static Grounded grounded(@Nullable String fallback, List<String> statements, List<String> sources) {
        List<CheckedStatement> checked = new ArrayList<>();
        List<Source> shown = new ArrayList<>();
        for (int n = 1; n <= statements.size(); n++) {
            checked.add(new CheckedStatement(
                    new Statement(statements.get(n - 1), List.of(new Citation("a1", n))),
                    Verdict.SUPPORTED,
                    1,
                    List.of()));
            shown.add(source(n, "Title", sources.get(n - 1), null));
        }
        return new Grounded(checked, shown, null, 0.9, "extractive", fallback);
    }

    static Grounded grounded(String statement) {
        return grounded(null, List.of(statement), List.of(statement));
    }

    static Abstained abstained(@Nullable String missing, Source... nearest) {
        return new Abstained(Abstained.Reason.NO_RELEVANT_PASSAGE, missing, List.of(nearest), 0.1, "extractive", null);
    }

    static Source source(int n, String title, String text, @Nullable String url) {
        return new Source(n, "a1", title, n, 0, text.length(), text, url);
    }

    static AnswerTrace trace(Question question, Answer answer) {
        return new AnswerTrace(
                UUID.randomUUID().toString(),
                question,
                null,
                List.of("a1"),
                answer,
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMillis(3));
    }
}
