package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Measures the splitter on public data sets, which lie beside the project and are not part of it. */
class SentenceSplitterDataTest {
    private static final Path DATA = Path.of("..", "shared", "eval");

    private final SentenceSplitter splitter = new SentenceSplitter();

    @Test
    void findsTheBoundariesOfNewsArticles() throws IOException {
        int hits = 0;
        int found = 0;
        int expected = 0;
        for (JsonNode document : documents("sentences-news.jsonl")) {
            String text = document.get("text").asText();
            Set<Integer> gold = ends(goldSpans(text, document));
            Set<Integer> ours = ends(splitter.split(text));
            expected += gold.size();
            found += ours.size();
            ours.retainAll(gold);
            hits += ours.size();
        }
        double f1 = 2.0 * hits / (found + expected);

        assertThat(f1)
                .as("boundary F1, %d of %d found, %d gold", hits, found, expected)
                .isGreaterThanOrEqualTo(0.980);
    }

    @Test
    void followsTheGoldenRules() throws IOException {
        List<JsonNode> documents = documents("sentences-golden.jsonl");
        List<String> failed = new ArrayList<>();
        for (JsonNode document : documents) {
            String text = document.get("text").asText();
            List<String> gold = new ArrayList<>();
            document.get("sentences").forEach(sentence -> gold.add(sentence.asText()));
            if (!gold.equals(
                    splitter.split(text).stream().map(span -> span.of(text)).toList())) {
                failed.add(document.get("id").asText());
            }
        }

        assertThat(failed).as("golden rules not followed").hasSizeLessThanOrEqualTo(documents.size() - 45);
    }

    private static List<JsonNode> documents(String name) throws IOException {
        Path file = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: the data set " + file + " is not here");
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            documents.add(mapper.readTree(line));
        }
        return documents;
    }

    private static List<Span> goldSpans(String text, JsonNode document) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (JsonNode sentence : document.get("sentences")) {
            int start = text.indexOf(sentence.asText(), from);
            assertThat(start).as(sentence.asText()).isNotNegative();
            from = start + sentence.asText().length();
            spans.add(new Span(start, from));
        }
        return spans;
    }

    private static Set<Integer> ends(List<Span> spans) {
        return spans.stream().map(Span::end).collect(Collectors.toCollection(HashSet::new));
    }
}
