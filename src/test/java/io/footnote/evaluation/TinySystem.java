package io.footnote.evaluation;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Judgement;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.language.Span;
import io.footnote.retrieval.RankedSentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole program in little: splits at full stops and blank lines, ranks by the share of the question's words that a
 * sentence has, and answers with the first sentence when that is at least a half.
 */
final class TinySystem {
    private static final Pattern SENTENCE = Pattern.compile("\\S(?:(?!\\n\\s*\\n)[^.])*\\.?");

    private TinySystem() {}

    static SystemUnderTest system() {
        return new SystemUnderTest(
                TinySystem::answer,
                (claim, evidence) -> claim.equals(evidence)
                        ? new Judgement(Verdict.SUPPORTED, 1, List.of())
                        : new Judgement(Verdict.NOT_ENOUGH_INFO, .25, List.of("it reads \"differently\"")),
                TinySystem::split);
    }

    static List<Span> split(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(
                    matcher.start(),
                    matcher.start() + matcher.group().stripTrailing().length()));
        }
        return spans;
    }

    static Article article(String source, @Nullable String title, String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : split(text)) {
            sentences.add(new Sentence(sentences.size() + 1, span.start(), span.end(), true));
        }
        return new Article(Article.idOf(text), title == null ? source : title, source, null, "en", text, sentences);
    }

    private static AnswerTrace answer(Question question, List<Article> articles) {
        List<RankedSentence> ranked = rank(question, articles);
        RankedSentence best = ranked.getFirst();
        Article article = articles.stream()
                .filter(one -> one.id().equals(best.articleId()))
                .findFirst()
                .orElseThrow();
        return new AnswerTrace(
                "log",
                question,
                null,
                articles.stream().map(Article::id).toList(),
                best.score() < .5
                        ? new Abstained(
                                Abstained.Reason.NO_RELEVANT_PASSAGE, null, List.of(), best.score(), "tiny", null)
                        : grounded(article, best),
                ranked,
                List.of(),
                List.of(),
                Duration.ofMillis(question.text().length()));
    }

    private static Answer grounded(Article article, RankedSentence best) {
        Source source = Source.of(1, article, best.sentence());
        Statement statement = new Statement(
                source.text(),
                List.of(new Citation(article.id(), best.sentence().number())));
        int start = Math.max(source.start(), source.end() - 5);
        return new Grounded(
                List.of(new CheckedStatement(statement, Verdict.SUPPORTED, 1, List.of())),
                List.of(source),
                new ShortAnswer(start, source.end(), article.text().substring(start, source.end())),
                best.score(),
                "tiny",
                null);
    }

    private static List<RankedSentence> rank(Question question, List<Article> articles) {
        record Match(Article article, Sentence sentence, double score) {}
        Set<String> wanted = words(question.text());
        List<Match> matches = new ArrayList<>();
        for (Article article : articles) {
            for (Sentence sentence : article.sentences()) {
                Set<String> shared = words(article.textOf(sentence));
                shared.retainAll(wanted);
                matches.add(new Match(article, sentence, (double) shared.size() / wanted.size()));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        List<RankedSentence> ranked = new ArrayList<>();
        for (Match match : matches) {
            ranked.add(new RankedSentence(
                    match.article().id(), match.sentence(), ranked.size() + 1, match.score(), new TreeMap<>()));
        }
        return ranked;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
        words.remove("");
        return words;
    }
}
