package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Judgement;
import io.footnote.grounding.Verdict;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MutationStudyTest {
    private static final Lexicon LEXICON = Lexicon.english();
    private static final WordNet WORDS = WordNet.load();
    private static final Tagger TAGGER = Tagger.load(LEXICON, WORDS);
    private static final String STATEMENT = "On 4 May 2011 the mayor opened twelve new schools in Portugal.";

    @Test
    void changesOnePlaceOfTheKindAskedFor() {
        Mutations mutations = mutations(1);
        mutations.draw("In March 1998 Ines Odum counted 37 ships in Norway.");
        assertThat(mutate(mutations, MutationKind.NUMBER)).contains("37").contains("Portugal");
        assertThat(mutate(mutations, MutationKind.DATE)).contains("March 1998").contains("twelve");
        assertThat(mutate(mutations, MutationKind.PLACE)).contains("Norway").contains("twelve");
        assertThat(mutate(mutations, MutationKind.NEGATION)).contains("did not open");
        assertThat(mutations.mutate(MutationKind.ROLES, "The dog chased the cat.", "", false))
                .contains("the cat chased The dog.");
        assertThat(mutate(mutations, MutationKind.ANTONYM)).isNotEqualTo(STATEMENT);
        assertThat(mutate(mutations, MutationKind.CLAUSE)).startsWith(STATEMENT.substring(0, STATEMENT.length() - 1));
    }

    @Test
    void whatHasNoSuchPlaceIsNotMutated() {
        Optional<String> mutated = mutations(1).mutate(MutationKind.NUMBER, "It rained.", "It rained.", false);
        assertThat(mutated).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        CitationGate gate = new CitationGate(new Annotator(LEXICON), new SentenceSplitter()::split);
        assertThat(study(gate::judge, 3).run()).isEqualTo(study(gate::judge, 3).run());
    }

    @Test
    void aJudgeThatPassesEverythingCatchesNothing() {
        MutationFigures figures = study((claim, evidence) -> new Judgement(Verdict.SUPPORTED, 1, List.of()), 1)
                .run();
        assertThat(figures.refused()).isZero();
        assertThat(figures.kinds()).allMatch(kind -> kind.caught() == 0).anyMatch(kind -> kind.mutations() > 0);
    }

    @Test
    void aJudgeThatRefusesEverythingIsCreditedWithNothing() {
        MutationFigures figures = study((claim, evidence) -> new Judgement(Verdict.REFUTED, 0, List.of()), 1)
                .run();
        assertThat(figures.refused()).isEqualTo(figures.statements());
        assertThat(figures.kinds()).allMatch(kind -> kind.mutations() == 0);
    }

    private static String mutate(Mutations mutations, MutationKind kind) {
        return mutations.mutate(kind, STATEMENT, STATEMENT, false).orElseThrow();
    }

    private static Mutations mutations(long seed) {
        return new Mutations(new Annotator(LEXICON), TAGGER, WORDS, seed);
    }

    private static MutationStudy study(ClaimJudge judge, long seed) {
        MutationStudy study =
                new MutationStudy(judge, new SentenceSplitter()::split, new Annotator(LEXICON), TAGGER, WORDS, seed);
        study.add(STATEMENT, STATEMENT);
        study.add("Ines Odum counted 37 ships in Norway.", "In March 1998 Ines Odum counted 37 ships in Norway.");
        return study;
    }
}
