package io.footnote.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.answer.Grounded;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reviews as a data set for {@code eval}, every one a question about its article. A corrected answer says what supports;
 * without one, a verdict that something was wrong says only which sentences are not to be cited, so any other counts.
 */
public final class ReviewedQuestions {
    private final DeskStore store;

    /** @param store where the reviews are */
    public ReviewedQuestions(DeskStore store) {
        this.store = store;
    }

    /**
     * The data set.
     *
     * @param line told every article with its questions, a JSON object on one line
     * @return how many questions there are; entries whose article is no longer kept have none
     */
    public int forEachArticle(Consumer<String> line) {
        Map<String, Review> newest = new LinkedHashMap<>();
        store.reviews().forEach(review -> newest.put(review.answerId(), review));
        Map<String, ArrayNode> questions = new LinkedHashMap<>();
        int count = 0;
        for (Review review : newest.values()) {
            AnswerTrace trace = store.records().find(review.answerId()).orElse(null);
            Article article = trace == null ? null : article(trace).orElse(null);
            if (trace != null && article != null) {
                questions
                        .computeIfAbsent(article.id(), id -> JsonNodeFactory.instance.arrayNode())
                        .add(question(trace, article, review.decision()));
                count++;
            }
        }
        questions.forEach((id, asked) -> store.articles().find(id).ifPresent(article -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("id", id).put("title", article.title()).put("text", article.text());
            object.set("questions", asked);
            line.accept(object.toString());
        }));
        return count;
    }

    /** The article that the correction or the answer cites, or the first asked about. */
    private Optional<Article> article(AnswerTrace trace) {
        return cited(trace).stream()
                .map(Citation::articleId)
                .findFirst()
                .or(() -> trace.articleIds().stream().findFirst())
                .flatMap(store.articles()::find);
    }

    private List<Citation> cited(AnswerTrace trace) {
        Optional<Correction> correction = store.corrections().of(trace.id());
        if (correction.isPresent()) {
            return citations(correction.get().statements());
        }
        return shown(trace);
    }

    private static List<Citation> shown(AnswerTrace trace) {
        return trace.answer() instanceof Grounded grounded
                ? citations(grounded.statements().stream()
                        .map(checked -> checked.statement())
                        .toList())
                : List.of();
    }

    private static List<Citation> citations(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.citations().stream())
                .toList();
    }

    private ObjectNode question(AnswerTrace trace, Article article, Decision decision) {
        String understood = trace.understoodAs();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", trace.id());
        object.put(
                "question", Masking.masked(understood == null ? trace.question().text() : understood));
        List<Sentence> support = support(trace, article, decision);
        object.put("answerable", !support.isEmpty());
        ArrayNode places = object.putArray("support");
        support.forEach(
                sentence -> places.addObject().put("start", sentence.start()).put("end", sentence.end()));
        return object;
    }

    /** The sentences of which each would do; none where refusing is right. */
    private List<Sentence> support(AnswerTrace trace, Article article, Decision decision) {
        boolean corrected = store.corrections().of(trace.id()).isPresent();
        Set<Integer> cited = (corrected ? cited(trace) : shown(trace))
                .stream()
                        .filter(place -> place.articleId().equals(article.id()) && article.has(place.sentence()))
                        .map(Citation::sentence)
                        .collect(Collectors.toSet());
        if (corrected) {
            return among(article, cited, true);
        }
        return switch (decision) {
            case RIGHT, INCOMPLETE -> among(article, cited, true);
            case WRONG_ANSWER, WRONG_CITATION, SHOULD_HAVE_ANSWERED -> among(article, cited, false);
            case SHOULD_HAVE_REFUSED, INAPPROPRIATE -> List.of();
        };
    }

    private static List<Sentence> among(Article article, Set<Integer> numbers, boolean those) {
        List<Sentence> found = new ArrayList<>();
        for (Sentence sentence : article.sentences()) {
            if (sentence.citable() && numbers.contains(sentence.number()) == those) {
                found.add(sentence);
            }
        }
        return found;
    }
}
