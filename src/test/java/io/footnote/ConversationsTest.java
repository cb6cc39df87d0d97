package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.Turn;
import io.footnote.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's own conversations go as they went when their figures were recorded. Every turn is asked after those
 * before it, with whatever answers those got. All were written before follow-ups were understood at all; a turn is
 * never changed because the program fails it.
 */
final class ConversationsTest {
    private static final Path FOLDER = Path.of("src/test/resources/eval");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path data;

    private static MeasuredApplication application;

    @BeforeAll
    static void start() {
        application = new MeasuredApplication(data);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theConversationsGoAsRecorded() throws IOException {
        Map<String, Article> articles = articles();
        List<JsonNode> conversations = lines("conversations.jsonl");
        Tally tally = new Tally();
        for (JsonNode conversation : conversations) {
            converse(
                    conversation,
                    Objects.requireNonNull(
                            articles.get(conversation.path("article").asText())),
                    tally);
        }
        new RecordedFigures(tally.json())
                .holdOrRecord(FOLDER.resolve("conversations.figures.json"), "ConversationsTest");
    }

    private static Map<String, Article> articles() throws IOException {
        Map<String, Article> articles = new HashMap<>();
        for (JsonNode line : lines("news.jsonl")) {
            articles.put(
                    line.path("id").asText(),
                    application.fromText(
                            line.path("title").asText(), line.path("text").asText()));
        }
        return articles;
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private static void converse(JsonNode conversation, Article article, Tally tally) {
        List<Turn> before = new ArrayList<>();
        for (JsonNode turn : conversation.path("turns")) {
            AnswerTrace trace =
                    application.ask(new Question(turn.path("question").asText(), before, Instant.EPOCH), article);
            tally.add(turn, article, trace);
            before.add(Turn.of(trace, ""));
        }
    }

    /** What became of the turns. */
    private static final class Tally {
        private final ObjectNode json = MAPPER.createObjectNode();

        Tally() {
            json.put("answerable", 0).put("answered_rightly", 0);
            json.put("unanswerable", 0).put("refused", 0);
            for (String failure :
                    List.of("refused_wrongly", "answered_with_another_sentence", "answered_though_unanswerable")) {
                json.putArray(failure);
            }
            json.putObject("understood_as");
        }

        void add(JsonNode turn, Article article, AnswerTrace trace) {
            String id = turn.path("id").asText();
            boolean answerable = turn.path("answerable").asBoolean();
            boolean answered = trace.answer() instanceof Grounded;
            count(answerable ? "answerable" : "unanswerable");
            if (trace.understoodAs() != null) {
                json.withObject("/understood_as").put(id, trace.understoodAs());
            }
            if (!answered) {
                if (answerable) {
                    json.withArray("refused_wrongly").add(id);
                } else {
                    count("refused");
                }
            } else if (!answerable) {
                json.withArray("answered_though_unanswerable").add(id);
            } else if (isRight((Grounded) trace.answer(), turn, article)) {
                count("answered_rightly");
            } else {
                json.withArray("answered_with_another_sentence").add(id);
            }
        }

        private static boolean isRight(Grounded answer, JsonNode turn, Article article) {
            boolean right = false;
            for (JsonNode support : turn.path("support")) {
                assertThat(article.text()).contains(support.asText());
                right |= answer.sources().stream()
                        .anyMatch(source -> source.text().contains(support.asText()));
            }
            return right;
        }

        private void count(String field) {
            json.put(field, json.path(field).asInt() + 1);
        }

        ObjectNode json() {
            return json;
        }
    }
}
