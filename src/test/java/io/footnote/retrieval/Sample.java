package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Articles made for a test, a sentence at a time. */
final class Sample {
    private Sample() {}

    static Article article(String... sentences) {
        StringBuilder text = new StringBuilder();
        List<Sentence> places = new ArrayList<>();
        for (String sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            places.add(new Sentence(places.size() + 1, text.length(), text.length() + sentence.length(), true));
            text.append(sentence);
        }
        return new Article(Article.idOf(text.toString()), sentences[0], "test", null, "en", text.toString(), places);
    }
}
