package io.footnote.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.grounding.CheckedStatement;
import java.util.List;
import java.util.Locale;

/** An answer as the JSON object that scripts rely on. */
final class AnswerJson {
    private AnswerJson() {}

    /** The object on one line. */
    static String line(AnswerTrace trace) {
        Answer answer = trace.answer();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("question", trace.question().text());
        object.put("answered", answer instanceof Grounded);
        object.put("engine", answer.engine());
        object.put("answer", AnswerText.marked(answer));
        switch (answer) {
            case Grounded grounded -> putGrounded(object, grounded);
            case Abstained abstained -> putAbstained(object, abstained);
        }
        object.put("fallback", answer.fallback());
        object.put("millis", trace.took().toMillis());
        object.put("logId", trace.id());
        return object.toString();
    }

    private static void putGrounded(ObjectNode object, Grounded grounded) {
        ShortAnswer brief = grounded.brief();
        if (brief == null) {
            object.putNull("short");
        } else {
            object.putObject("short")
                    .put("start", brief.start())
                    .put("end", brief.end())
                    .put("text", brief.text());
        }
        ArrayNode statements = object.putArray("statements");
        for (CheckedStatement checked : grounded.statements()) {
            ObjectNode statement = statements.addObject();
            statement.put("text", checked.statement().text());
            ArrayNode citations = statement.putArray("citations");
            grounded.markersOf(checked).forEach(citations::add);
            statement.put("verdict", checked.verdict().name().toLowerCase(Locale.ROOT));
            statement.put("score", rounded(checked.score()));
        }
        putSources(object.putArray("sources"), grounded.sources());
        object.put("confidence", rounded(grounded.confidence()));
        object.putNull("abstention");
    }

    private static void putAbstained(ObjectNode object, Abstained abstained) {
        object.putNull("short");
        object.putArray("statements");
        object.putArray("sources");
        object.put("confidence", rounded(abstained.confidence()));
        ObjectNode abstention = object.putObject("abstention");
        abstention.put("reason", abstained.reason().name().toLowerCase(Locale.ROOT));
        putSources(abstention.putArray("nearest"), abstained.nearest());
        abstention.put("message", AnswerText.message(abstained));
    }

    static void putSources(ArrayNode array, List<Source> sources) {
        for (Source source : sources) {
            array.addObject()
                    .put("n", source.n())
                    .put("article", source.articleId())
                    .put("title", source.title())
                    .put("sentence", source.sentence())
                    .put("start", source.start())
                    .put("end", source.end())
                    .put("text", source.text())
                    .put("url", source.url())
                    .put(
                            "published",
                            source.published() == null
                                    ? null
                                    : source.published().toString());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
