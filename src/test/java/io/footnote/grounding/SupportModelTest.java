package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.language.Annotator;
import io.footnote.language.Encoder;
import io.footnote.language.Lexicon;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupportModelTest {
    @TempDir
    private static Path cache;

    private static Encoder encoder;
    private static SupportModel model;
    private static CitationGate gate;

    @BeforeAll
    static void load() {
        Lexicon lexicon = Lexicon.english();
        WordNet words = WordNet.load();
        encoder = Encoder.load(cache);
        model = new SupportModel(encoder, Tagger.load(lexicon, words), words, lexicon, SupportWeights.shipped());
        gate = new CitationGate(new Annotator(lexicon), GateFixture::split, () -> model);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void anOppositeIsRefuted() {
        Judgement judged =
                gate.judge("The council accepted the harbour plan.", "The council rejected the harbour plan.");
        assertThat(judged.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judged.reasons()).contains("\"accepted\" is the opposite of \"rejected\" in the evidence");
    }

    @Test
    void whoDoesWhatToWhomTheOtherWayRoundIsRefuted() {
        assertThat(gate.judge("The mayor sued the builder.", "The builder sued the mayor.")
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
        assertThat(gate.judge("The mayor was sued by the builder.", "The builder sued the mayor.")
                        .reasons())
                .noneMatch(reason -> reason.contains("other way round"));
    }

    @Test
    void whatMayHappenDidNotHappen() {
        assertThat(gate.judge("The ferry company closed the line.", "The ferry company may close the line.")
                        .reasons())
                .contains("\"closed\" is not stated as a fact in the evidence");
    }

    @Test
    void aCopyPassesWhateverWasLearned() {
        String sentence = "Two cranes were moved to the north quay in June.";
        assertThat(against().judge(sentence, sentence)).isEqualTo(new Judgement(Verdict.SUPPORTED, 1, List.of()));
    }

    @Test
    void whatWasLearnedRefusesWhatNoRuleDoes() {
        String claim = "In June two cranes went to the north quay.";
        String evidence = "Two cranes were moved to the north quay in June.";
        assertThat(gate.judge(claim, evidence).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(against().judge(claim, evidence).verdict()).isEqualTo(Verdict.NOT_ENOUGH_INFO);
    }

    @Test
    void whatWasLearnedPassesNothingThatARuleRefuses() {
        double[] weights = new double[SupportWeights.features().size() + 1];
        weights[0] = 50;
        Judgement judged = gate.with(model.with(new SupportWeights(weights)))
                .judge("Nine cranes were moved to the quay.", "Two cranes were moved to the quay.");
        assertThat(judged.verdict()).isNotEqualTo(Verdict.SUPPORTED);
        assertThat(judged.score()).isLessThan(.5);
    }

    @Test
    void weightsAreReadAsTheyAreWritten() {
        SupportWeights shipped = SupportWeights.shipped();
        assertThat(SupportWeights.parse(shipped.lines()).lines()).isEqualTo(shipped.lines());
        assertThatThrownBy(() -> SupportWeights.parse(List.of("luck 1.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("luck 1.0");
        assertThatThrownBy(() -> new SupportWeights(new double[2])).isInstanceOf(IllegalArgumentException.class);
    }

    private static CitationGate against() {
        double[] weights = new double[SupportWeights.features().size() + 1];
        weights[0] = -50;
        return gate.with(model.with(new SupportWeights(weights, .25, .25)));
    }
}
