package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelException;
import io.footnote.model.Prompt;
import io.footnote.model.Reply;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has a chat model write the draft. The model sees numbered sentences and names them by number; whatever else it says is
 * left to {@link DraftReader} and the gate. Safe for any number of threads.
 *
 * <p>The article goes in whole when it has at most {@value #MAX_ARTICLE_LENGTH} units; otherwise the ranked sentences
 * with their neighbours, in the article's order. Where several articles are asked about, the one with the best sentence
 * is shown, since sentence numbers are an article's own.
 */
public final class ModelDrafter implements Drafter {
    /** The task whose prompt this drafter fills. */
    public static final String TASK = "answer";

    /** The placeholders it fills. */
    public static final Set<String> PLACEHOLDERS = Set.of("language", "conversation", "title", "sentences", "question");

    /** The longest article that is shown whole, in UTF-16 units; about fifteen thousand tokens. */
    public static final int MAX_ARTICLE_LENGTH = 60_000;

    private final LanguageModel model;
    private final Prompt prompt;

    /** @param prompt the prompt of {@link #TASK} with {@link #PLACEHOLDERS} */
    public ModelDrafter(LanguageModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    @Override
    public String engine() {
        return model.engine();
    }

    @Override
    public Draft draft(Question question, Ranking ranking) {
        Article article = ranking.sentences().isEmpty()
                ? ranking.articles().getFirst()
                : ranking.article(ranking.sentences().getFirst().articleId());
        Reply reply = ask(Map.of(
                "language", Locale.forLanguageTag(article.language()).getDisplayLanguage(Locale.ENGLISH),
                "conversation", conversation(question),
                "title", oneLine(article.title()),
                "sentences", numbered(article, ranking),
                "question", oneLine(question.text())));
        return DraftReader.read(reply, article.id());
    }

    private Reply ask(Map<String, String> values) {
        try {
            return model.ask(prompt.fill(values), null);
        } catch (ModelException e) {
            throw new DraftException("the language model " + e.getMessage() + ".", false, e.calls());
        }
    }

    private static String conversation(Question question) {
        return question.conversation().stream()
                .map(turn -> "Reader: " + oneLine(turn.question()) + "\nAnswer: " + oneLine(turn.answer()))
                .collect(Collectors.joining("\n"));
    }

    private static String numbered(Article article, Ranking ranking) {
        Set<Integer> shown = article.text().length() <= MAX_ARTICLE_LENGTH ? null : around(article, ranking);
        return article.sentences().stream()
                .filter(Sentence::citable)
                .filter(sentence -> shown == null || shown.contains(sentence.number()))
                .map(sentence -> "[" + sentence.number() + "] " + oneLine(article.textOf(sentence)))
                .collect(Collectors.joining("\n"));
    }

    private static Set<Integer> around(Article article, Ranking ranking) {
        Set<Integer> numbers = new HashSet<>();
        for (RankedSentence ranked : ranking.sentences()) {
            if (ranked.articleId().equals(article.id())) {
                int number = ranked.sentence().number();
                numbers.addAll(List.of(number - 1, number, number + 1));
            }
        }
        return numbers;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
