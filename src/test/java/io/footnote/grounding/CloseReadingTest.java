package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.language.Annotator;
import io.footnote.language.Encoder;
import io.footnote.language.Lexicon;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen by reading a claim beside its evidence word by word: its parts, who comes first, what is denied. */
final class CloseReadingTest {
    private static final Lexicon LEXICON = Lexicon.english();
    private static final Annotator ANNOTATOR = new Annotator(LEXICON);

    @TempDir
    private static Path cache;

    private static Encoder encoder;
    private static Tagger tagger;
    private static WordNet words;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
        words = WordNet.load();
        tagger = Tagger.load(LEXICON, words);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static ReadSentence read(String text) {
        return ReadSentence.of(ANNOTATOR.annotate(text), tagger.tag(text), encoder.readPassage(text), LEXICON);
    }

    private static Evidence evidence(String... sentences) {
        return new Evidence(Arrays.stream(sentences).map(ANNOTATOR::annotate).toList(), LEXICON);
    }

    private static List<String> parts(String text) {
        ReadSentence claim = read(text);
        return Segments.of(claim, LEXICON).stream()
                .map(part -> text.substring(
                        claim.words().get(part.first()).start(),
                        claim.words().get(part.last()).end()))
                .toList();
    }

    private static List<Finding> unsaid(String claim, String... sentences) {
        ReadSentence own = read(claim);
        List<ReadSentence> given =
                Arrays.stream(sentences).map(CloseReadingTest::read).toList();
        return UnsaidPart.in(new Alignment(own, given, LEXICON, words), Segments.of(own, LEXICON), evidence(sentences))
                .stream()
                .toList();
    }

    @Test
    void aClaimIsCutWhereAnotherClauseBegins() {
        assertThat(parts("The ferry sank near the pier, although divers had inspected the hull."))
                .containsExactly("The ferry sank near the pier", ", although divers had inspected the hull.");
        assertThat(parts("The ferry sank.")).hasSize(1);
    }

    @Test
    void aPartOfWhichTheEvidenceHasNoWordIsFound() {
        String evidence = "The ferry sank near the pier on Monday.";
        assertThat(unsaid("The ferry sank near the pier, which pleased the bakers of the town.", evidence))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("pleased", "bakers"));
        assertThat(unsaid("The ferry sank, and near the pier at that.", evidence))
                .isEmpty();
    }

    @Test
    void aClaimOfOnePartIsLeftToOtherRules() {
        assertThat(unsaid("Bakers were pleased.", "The ferry sank near the pier."))
                .isEmpty();
    }

    private static RoleOrder order(String claim, String... sentences) {
        return RoleOrder.of(read(claim), evidence(sentences), words);
    }

    @Test
    void agentAndPatientInTheOtherOrderAreSeenWhateverTheVerb() {
        String evidence = "The mayor criticised the builders.";
        assertThat(order("The builders attacked the mayor.", evidence).reversed())
                .isOne();
        assertThat(order("The mayor attacked the builders.", evidence).agreed()).isOne();
        assertThat(order("The builders were attacked by the mayor.", evidence).reversed())
                .isZero();
    }

    @Test
    void whatWasDeclinedOrTurnedDownIsDenied() {
        String text = "The council turned down the plan and refused to pay the builders.";
        Denials denials = new Denials(ANNOTATOR.annotate(text), LEXICON);
        assertThat(denials.count()).isEqualTo(2);
        assertThat(denials.denies(text.indexOf("plan"))).isTrue();
        assertThat(denials.denies(text.indexOf("council"))).isFalse();
    }
}
