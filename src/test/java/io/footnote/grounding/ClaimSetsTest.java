package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate reaches on published claim sets; each floor lies .02 below what was measured. */
class ClaimSetsTest {

    private static final Path FOLDER = Path.of("../shared/eval");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Judged(boolean supported, Judgement judgement) {}

    @ParameterizedTest
    @CsvSource({"claims-fever.jsonl,.68,.64", "claims-begin.jsonl,.89,.75", "claims-summedits.jsonl,.62,.63"})
    void tellsSupportedClaimsFromOthers(String file, double leastAuc, double leastBalancedAccuracy) throws IOException {
        List<Judged> judged = judge(file);
        double auc = auc(judged);
        double balanced = (rightly(judged, true) + rightly(judged, false)) / 2;
        System.out.printf("%s auc=%.3f balanced_accuracy=%.3f%n", file, auc, balanced);
        assertThat(auc).isGreaterThan(leastAuc);
        assertThat(balanced).isGreaterThan(leastBalancedAccuracy);
    }

    @Test
    void keepsMostSentencesOfSummaries() throws IOException {
        int kept = 0;
        int all = 0;
        for (JsonNode line : lines("claims-summaries.jsonl")) {
            String claim = line.get("claim").asText();
            for (var span : GateFixture.split(claim)) {
                all++;
                kept += GateFixture.judge(
                                                span.of(claim).strip(),
                                                line.get("evidence").asText())
                                        .verdict()
                                == Verdict.SUPPORTED
                        ? 1
                        : 0;
            }
        }
        System.out.printf("claims-summaries.jsonl kept=%d of %d%n", kept, all);
        assertThat((double) kept / all).isGreaterThan(.72);
    }

    private static List<Judged> judge(String file) throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            boolean supported = line.get("label").asText().equals("supported");
            judged.add(new Judged(
                    supported,
                    GateFixture.judge(
                            line.get("claim").asText(), line.get("evidence").asText())));
        }
        return judged;
    }

    private static List<JsonNode> lines(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not here, nothing to measure on");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private static double rightly(List<Judged> judged, boolean supported) {
        return judged.stream()
                .filter(claim -> claim.supported() == supported)
                .mapToInt(claim -> (claim.judgement().verdict() == Verdict.SUPPORTED) == supported ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** The probability that a supported claim scores higher than another; ties count half. */
    private static double auc(List<Judged> judged) {
        double wins = 0;
        long pairs = 0;
        for (Judged one : judged) {
            for (Judged other : judged) {
                if (one.supported() && !other.supported()) {
                    pairs++;
                    wins += (Math.signum(one.judgement().score()
                                            - other.judgement().score())
                                    + 1)
                            / 2;
                }
            }
        }
        return wins / pairs;
    }
}
