package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

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
        model = new SupportModel(encoder, Tagger.load(lexicon, words), words, lexicon, SupportForest.shipped());
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
        Judgement judged = gate.with(model.with(new SupportForest(List.of(new DecisionTree.Leaf(9, 9)))))
                .judge("Nine cranes were moved to the quay.", "Two cranes were moved to the quay.");
        assertThat(judged.verdict()).isNotEqualTo(Verdict.SUPPORTED);
        assertThat(judged.score()).isLessThan(.5);
    }

    private static CitationGate against() {
        return gate.with(model.with(new SupportForest(List.of(new DecisionTree.Leaf(0, 9)), .25, .25)));
    }
}
