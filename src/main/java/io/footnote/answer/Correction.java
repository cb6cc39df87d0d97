package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer that editors wrote to a question about an article. Immutable.
 *
 * @param question what it answers
 * @param articleId the article it cites
 * @param statements 1 to {@value #MAX_STATEMENTS}, each with a citation
 * @param signed whether a moderator vouches for what the gate refuses
 * @param moderator the Telegram user id of who made it
 */
public record Correction(
        String question, String articleId, List<Statement> statements, boolean signed, long moderator) {
    /** What an answer of the editors has for an engine. */
    public static final String ENGINE = "editors";

    /** The most statements. */
    public static final int MAX_STATEMENTS = 10;

    /** @throws IllegalArgumentException when there is no statement or too many, or one cites nothing or another article */
    public Correction {
        statements = List.copyOf(statements);
        if (statements.isEmpty() || statements.size() > MAX_STATEMENTS) {
            throw new IllegalArgumentException("a correction must have 1 to " + MAX_STATEMENTS + " statements");
        }
        for (Statement statement : statements) {
            if (statement.citations().isEmpty()
                    || !statement.citations().stream()
                            .allMatch(place -> place.articleId().equals(articleId))) {
                throw new IllegalArgumentException("every statement must cite article " + articleId);
            }
        }
    }

    /** What questions that are the same have in common: their words about that article, without case and punctuation. */
    public static String key(String question, String articleId) {
        String words = Normalizer.normalize(question, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return articleId + " " + words;
    }

    /**
     * The statements as the gate judges them now, in their order. What a moderator signed for counts as supported with
     * the gate's score and reasons, and says so, as long as the sentences exist and may be cited.
     */
    public List<CheckedStatement> check(CitationGate gate, Article article) {
        List<CheckedStatement> checked = new ArrayList<>();
        for (Statement statement : statements) {
            CheckedStatement judged = gate.check(statement, List.of(article));
            boolean vouched = signed
                    && !judged.supported()
                    && statement.citations().stream()
                            .allMatch(place -> article.has(place.sentence())
                                    && article.sentence(place.sentence()).citable());
            checked.add(vouched ? vouchedFor(judged) : judged);
        }
        return checked;
    }

    private static CheckedStatement vouchedFor(CheckedStatement judged) {
        List<String> reasons = new ArrayList<>(judged.reasons());
        reasons.add("signed for by a moderator");
        return new CheckedStatement(judged.statement(), Verdict.SUPPORTED, judged.score(), reasons);
    }

    /**
     * The answer for a reader; nothing where any statement is not supported any more.
     *
     * @param article the article it cites
     */
    public Optional<Grounded> answer(CitationGate gate, Article article) {
        List<CheckedStatement> checked = check(gate, article);
        if (!checked.stream().allMatch(CheckedStatement::supported)) {
            return Optional.empty();
        }
        List<Citation> places = statements.stream()
                .flatMap(statement -> statement.citations().stream())
                .distinct()
                .toList();
        List<Source> sources = new ArrayList<>();
        for (Citation place : places) {
            sources.add(Source.of(sources.size() + 1, article, article.sentence(place.sentence())));
        }
        return Optional.of(new Grounded(checked, sources, null, 1, ENGINE, null));
    }
}
