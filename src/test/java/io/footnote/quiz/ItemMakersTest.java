package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.ArticleReader;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What single makers ask about sentences of their kind, and what they leave alone. */
class ItemMakersTest {
    private static final String PEOPLE =
            " Mira Holt said the harbour was safe. Jonas Reed said the road was closed. Anna Bell said the ferry was"
                    + " late.";

    private static ArticleReading reading;

    @BeforeAll
    static void load() {
        Lexicon lexicon = Lexicon.english();
        WordNet words = WordNet.load();
        reading = new ArticleReading(new Annotator(lexicon), Tagger.load(lexicon, words), words);
    }

    @Test
    void asksWhoSaidWhatASentenceReportsBeforeTheSpeaker() {
        assertThat(asked(new ReportMaker(), "The bridge will stay closed until spring, engineer Mira Holt said."))
                .contains("Who said that the bridge will stay closed until spring? Mira Holt");
    }

    @Test
    void asksWhoSaidWhatASentenceReportsBehindTheSpeaker() {
        assertThat(asked(
                        new ReportMaker(),
                        "Jonas Reed, the owner of the mill, warned that the old dam was close to bursting."))
                .contains("Who warned that the old dam was close to bursting? Jonas Reed");
    }

    @Test
    void doesNotAskWhoSaidSomethingThatOnlyPointsBack() {
        assertThat(asked(new ReportMaker(), "That could leave these people without a home, Jonas Reed said."))
                .noneMatch(question -> question.contains("without a home"));
    }

    @Test
    void asksWhoHoldsAnOfficeThatStandsBeforeTheName() {
        assertThat(asked(new RoleMaker(), "The leader of the Harbour Party, Mira Holt, called the plan a mistake."))
                .contains("Who is the leader of the Harbour Party? Mira Holt");
    }

    @Test
    void doesNotTakeTwoOfficesForOne() {
        assertThat(asked(new RoleMaker(), "Mayor Anna Bell and the head of the Port Office, Jonas Reed, were told."))
                .noneMatch(question -> question.contains("Anna Bell and"));
    }

    @Test
    void asksWhoDidSomethingBehindAnAdverbialOrAnAside() {
        assertThat(asked(
                        new ActorMaker(),
                        "While visiting Oslo, engineer Mira Holt opened the new library on the quay."))
                .contains("While visiting Oslo, who opened the new library on the quay? Mira Holt");
    }

    @Test
    void asksHowOldSomebodyIs() {
        assertThat(asked(new AgeMaker(), "Jonas Reed, 49, repairs clocks in a shop by the quay."))
                .containsExactly("How old is Jonas Reed, according to the article? 49");
        assertThat(asked(new AgeMaker(), "Seven-year-old Anna Bell found the bottle on the beach."))
                .containsExactly("How old is Anna Bell, according to the article? Seven");
        assertThat(asked(new AgeMaker(), "Jonas Reed, 49 of whose clocks are old, has a shop by the quay."))
                .isEmpty();
    }

    @Test
    void knowsWhoseWordsGoOnBehindANamedSpeakerOrEndWithOne() {
        List<String> asked = asked(
                new QuoteMaker(),
                "“The harbour was dark that night,” said Mira Holt. “My boat was the only one that came back to the"
                        + " quay.” “Nobody on the ferry had seen the storm coming from the north. We were late,” said"
                        + " Jonas Reed.");

        assertThat(asked)
                .contains(
                        "Who said this? “My boat was the only one that came back to the quay.” Mira Holt",
                        "Who said this? “Nobody on the ferry had seen the storm coming from the north.” Jonas Reed");
    }

    @Test
    void leavesWordsAloneThatOpenAnotherParagraph() {
        assertThat(asked(
                        new QuoteMaker(),
                        "“The harbour was dark that night,” said Mira Holt.\n\n"
                                + "“Nobody on the ferry had seen the storm from the north.”\n\n"))
                .noneMatch(question -> question.contains("Nobody"));
    }

    @Test
    void turnsAStatementRoundByOneWordOfItsMainClause() {
        assertThat(opposites("The ferry is expensive for families from the islands."))
                .containsExactly("cheap");
        assertThat(opposites("The crossing is expensive, although the ferry is old."))
                .isEmpty();
        assertThat(opposites("Some ferries are expensive for families.")).isEmpty();
        assertThat(opposites("Cars are banned in the old market.")).containsExactly("permitted");
        assertThat(opposites("The lamps are usually lit at five in winter.")).containsExactly("rarely");
        assertThat(opposites("The ferry is not expensive for families.")).isEmpty();
        assertThat(opposites("The crossing, which is expensive, takes an hour in summer."))
                .isEmpty();
    }

    @Test
    void saysEachPartOfASentenceByItself() {
        List<String> parts = texts("The port has closed two of its piers as the water has risen above the lower quay.");

        assertThat(parts)
                .contains("The port has closed two of its piers.", "The water has risen above the lower quay.");
    }

    @Test
    void leavesOffAParticipleThatOpensASentence() {
        assertThat(texts("Facing a shortage of pilots, the port has closed two of its four piers."))
                .contains("The port has closed two of its four piers.");
    }

    private static List<String> asked(ItemMaker maker, String sentence) {
        return maker.candidates(read(sentence + PEOPLE)).stream()
                .map(candidate -> candidate.question() + " " + candidate.key())
                .toList();
    }

    private static List<String> opposites(String sentence) {
        return Opposites.of(read(sentence).sentences().getFirst()).stream()
                .map(Opposites.Turn::opposite)
                .toList();
    }

    private static List<String> texts(String sentence) {
        return read(sentence).sentences().stream().map(ReadSentence::text).toList();
    }

    private static ReadArticle read(String text) {
        return reading.read(new ArticleReader(new SentenceSplitter()).fromText("quay", "News from the quay", text));
    }
}
