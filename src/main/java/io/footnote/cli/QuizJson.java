package io.footnote.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.quiz.Quiz;
import io.footnote.quiz.QuizItem;
import java.util.ArrayList;
import java.util.List;

/** Quiz items as the JSON object that scripts rely on. */
final class QuizJson {
    private QuizJson() {}

    /** The object on one line. @param articles those the items are from */
    static String line(Quiz quiz, List<Article> articles) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode array = object.putArray("items");
        for (QuizItem item : quiz.items()) {
            Article article = articleOf(item, articles);
            ObjectNode node = array.addObject()
                    .put("id", item.id())
                    .put("type", item.type().label())
                    .put("question", item.question());
            item.options().forEach(node.putArray("options")::add);
            node.putArray("correct").add(item.correct());
            node.put("explanation", item.explanation());
            node.put("fact", item.fact());
            List<Source> sources = new ArrayList<>();
            for (int number : item.evidence()) {
                sources.add(Source.of(sources.size() + 1, article, article.sentence(number)));
            }
            AnswerJson.putSources(node.putArray("sources"), sources);
        }
        object.put("note", quiz.note());
        object.put("fallback", quiz.fallback());
        return object.toString();
    }

    /** The article an item is from. */
    static Article articleOf(QuizItem item, List<Article> articles) {
        return articles.stream()
                .filter(article -> article.id().equals(item.articleId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no article of item " + item.id()));
    }
}
