package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.model.ChatReply;
import io.footnote.model.ScriptedChatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chat model that lies in a third of its statements, and repeats its lies when it is asked to repair them. What is
 * shown of its truths and of its lies is printed.
 */
final class LyingModelIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path OWN = HOME.resolve("config/articles/us-russia-syria-talks.txt");
    private static final Path OWN_QUESTIONS = HOME.resolve("src/test/resources/eval/default-article.jsonl");
    private static final Path SHARED = HOME.resolve("../shared/article/us-russia-syria.txt");
    private static final Path SHARED_QUESTIONS = HOME.resolve("../shared/article/questions.jsonl");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final double LEAST_PRECISION = 0.98;

    /** How often every question is asked, with other statements each time. */
    private static final int ROUNDS = 5;

    @TempDir
    private Path data;

    private final Map<String, TruthsAndLies.Made> truths = new HashMap<>();
    private final Map<String, TruthsAndLies.Made> lies = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void itsTruthsAreShownAndItsLiesAreNotOnTheOwnArticle() throws IOException {
        measure(OWN, OWN_QUESTIONS);
    }

    @Test
    void itsTruthsAreShownAndItsLiesAreNotOnTheSharedArticle() throws IOException {
        assumeTrue(Files.exists(SHARED) && Files.exists(SHARED_QUESTIONS), "the shared data is not here");
        measure(SHARED, SHARED_QUESTIONS);
    }

    private void measure(Path file, Path questionFile) throws IOException {
        List<String> questions = questions(questionFile);
        try (ScriptedChatServer model = ScriptedChatServer.start();
                Application application = new Application(
                        HOME,
                        Map.of(
                                "FOOTNOTE_DATA_DIR", data.toString(),
                                "FOOTNOTE_MODEL_PROVIDER", "openai",
                                "FOOTNOTE_MODEL_BASE_URL", model.baseUrl(),
                                "FOOTNOTE_MODEL_NAME", "liar",
                                "FOOTNOTE_MODEL_TIMEOUT", "60s"),
                        notice -> {})) {
            Article article = application.reader().read(file);
            TruthsAndLies statements = new TruthsAndLies(article, 20261126);
            Answerer answerer = application.answerer();
            int shownTruths = 0;
            int rightlyCited = 0;
            int shown = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String question : questions) {
                    String draft = draft(statements);
                    model.replyWith(request -> ChatReply.completion(draft));
                    AnswerTrace trace = answerer.answer(
                            Question.of(question + "? (" + round + ")", Instant.now()), List.of(article));
                    if (trace.answer() instanceof Grounded grounded
                            && grounded.engine().startsWith("openai")) {
                        for (var checked : grounded.statements()) {
                            TruthsAndLies.Made truth =
                                    truths.get(checked.statement().text());
                            shown++;
                            shownTruths += truth == null ? 0 : 1;
                            rightlyCited += truth != null
                                            && checked.statement().citations().stream()
                                                    .anyMatch(citation -> citation.sentence() == truth.sentence())
                                    ? 1
                                    : 0;
                            if (truth == null) {
                                System.out.println(
                                        "shown lie: " + checked.statement().text());
                            }
                        }
                    }
                }
            }
            long written = told.stream().filter(truths::containsKey).count();
            double precision = (double) rightlyCited / shown;
            double kept = (double) shownTruths / written;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d statements written, %d of them true; %d shown, %d true; citation precision %.3f, kept"
                            + " %.3f%n",
                    file.getFileName(),
                    told.size(),
                    written,
                    shown,
                    shownTruths,
                    precision,
                    kept);
            assertThat(precision).as("citation precision").isGreaterThanOrEqualTo(LEAST_PRECISION);
            assertThat(kept).as("share of true statements kept").isGreaterThanOrEqualTo(0.90);
        }
    }

    /** Two truths and a lie. */
    private String draft(TruthsAndLies statements) {
        List<TruthsAndLies.Made> made = new ArrayList<>();
        while (made.size() < 2) {
            TruthsAndLies.Made truth = statements.truth();
            if (made.stream().noneMatch(other -> other.sentence() == truth.sentence())) {
                made.add(truth);
                truths.put(truth.text(), truth);
            }
        }
        TruthsAndLies.Made lie = statements.lie();
        lies.put(lie.text(), lie);
        made.add(told.size() % 3, lie);
        ObjectNode draft = MAPPER.createObjectNode().put("answerable", true);
        ArrayNode array = draft.putArray("statements");
        for (TruthsAndLies.Made one : made) {
            told.add(one.text());
            array.addObject()
                    .put("text", one.text())
                    .putNull("gloss")
                    .putArray("sentences")
                    .add(one.sentence());
        }
        return draft.putNull("missing").toString();
    }

    private static List<String> questions(Path file) throws IOException {
        List<String> questions = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(one -> !one.isBlank()).toList()) {
                questions.add(MAPPER.readTree(line).path("question").asText().replaceAll("[?]+$", ""));
            }
        }
        return questions;
    }
}
