package io.footnote.evaluation;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.language.Span;
import io.footnote.retrieval.RankedSentence;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the questions of a data set and compares what comes back with the gold. Keeps no state. */
final class QuestionRound {
    private final Function<Article, BiFunction<Question, List<Article>, AnswerTrace>> answers;
    private final InstantSource clock;

    QuestionRound(Function<Article, BiFunction<Question, List<Article>, AnswerTrace>> answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    List<QuestionOutcome> ask(QuestionSet set, boolean library, EvaluationListener listener) {
        List<ArticleQuestions> all = distinct(set.articles());
        List<QuestionOutcome> outcomes = new ArrayList<>(set.size());
        for (ArticleQuestions own : set.articles()) {
            List<ArticleQuestions> searched = library ? all : List.of(own);
            for (GoldQuestion gold : own.questions()) {
                QuestionOutcome outcome = ask(gold, own, searched);
                outcomes.add(outcome);
                listener.answered(outcome);
                listener.advanced();
            }
        }
        return outcomes;
    }

    /** One of each text: the same article twice would share its hits out. */
    static List<ArticleQuestions> distinct(List<ArticleQuestions> articles) {
        Map<String, ArticleQuestions> byId = new LinkedHashMap<>();
        articles.forEach(article -> byId.putIfAbsent(article.article().id(), article));
        return List.copyOf(byId.values());
    }

    private QuestionOutcome ask(GoldQuestion gold, ArticleQuestions own, List<ArticleQuestions> searched) {
        List<Article> articles =
                searched.stream().map(ArticleQuestions::article).toList();
        AnswerTrace trace = answers.apply(own.article()).apply(Question.of(gold.text(), clock.instant()), articles);
        RightSentences right = new RightSentences(own.article(), gold);
        List<QuestionOutcome.Ranked> ranked = new ArrayList<>();
        for (RankedSentence sentence : trace.ranked()) {
            if (ranked.size() == QuestionOutcome.RANKED) {
                break;
            }
            ArticleQuestions from = find(sentence.articleId(), searched);
            Span place = sentence.sentence().span();
            ranked.add(new QuestionOutcome.Ranked(
                    nameOf(from, own), place, sentence.score(), right.include(from.article(), place)));
        }
        List<QuestionOutcome.Cited> cited = new ArrayList<>();
        String brief = null;
        if (trace.answer() instanceof Grounded grounded) {
            for (Source source : grounded.sources()) {
                ArticleQuestions from = find(source.articleId(), searched);
                Span place = new Span(source.start(), source.end());
                cited.add(new QuestionOutcome.Cited(nameOf(from, own), place, right.include(from.article(), place)));
            }
            brief = textOf(grounded.brief());
        }
        return new QuestionOutcome(
                gold,
                right.exist(),
                trace.answer() instanceof Grounded,
                trace.answer().confidence(),
                brief,
                ranked,
                cited,
                trace.took());
    }

    private static @Nullable String textOf(@Nullable ShortAnswer brief) {
        return brief == null ? null : brief.text();
    }

    private static ArticleQuestions find(String articleId, List<ArticleQuestions> searched) {
        return searched.stream()
                .filter(one -> one.article().id().equals(articleId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "article " + articleId + " was found but not among the " + searched.size() + " searched"));
    }

    /** What the data set calls the article; where the same text comes twice, by the name that the question uses. */
    private static @Nullable String nameOf(ArticleQuestions from, ArticleQuestions own) {
        return from.article().text().equals(own.article().text()) ? own.id() : from.id();
    }
}
