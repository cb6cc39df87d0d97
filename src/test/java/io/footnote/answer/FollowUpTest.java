package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.Citation;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowUpTest {
    private static final String FIRST = "How many ships left the port?";
    private static final Article HARBOUR = new ArticleReader(new SentenceSplitter())
            .fromText(
                    "test",
                    "Harbour works",
                    "The plan was drawn by the engineer Paul Renner. He wants a second crane at Gull Point. "
                            + "The mayor, Ines Odum, is against it. She called it a folly. "
                            + "The Harbour Federation agreed with Odum. "
                            + "The last word was left to Lena Nwosu-Klein of the Hallett Institute.");
    private static final FollowUp FOLLOW_UP = new FollowUp(new Annotator(Lexicon.english()));

    private static String resolve(String question, String... before) {
        return resolve(
                question,
                Arrays.stream(before)
                        .map(one -> new Turn(one, "An answer.", List.of()))
                        .toList());
    }

    private static String resolve(String question, List<Turn> before) {
        return FOLLOW_UP.resolve(new Question(question, before, Instant.EPOCH), List.of(HARBOUR));
    }

    /** A turn answered with that sentence of the article. */
    private static Turn turn(String question, int sentence) {
        return new Turn(question, "An answer.", List.of(new Citation(HARBOUR.id(), sentence)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and how many were damaged?",
                "What about the tugs?",
                "And how many left Aberdeen?",
                "Why?",
                "for how long did it last?",
                "for how long?",
                "since when?",
                "When did they return?",
                "Who owns them?",
                "Where is that?",
                "Was anybody there?"
            })
    void aQuestionThatLeansOnTheOneBeforeIsSearchedWithItsTopic(String question) {
        assertThat(resolve(question, FIRST)).isEqualTo(question + " (ships left the port)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many people were displaced?",
                "When did Ines Odum say that they would return?",
                "Who is Odum?",
                "And who initiated the call on Friday?",
                "Is there a second port?",
                "Which crane was moved to the quay?"
            })
    void aNewTopicStandsByItself(String question) {
        assertThat(resolve(question, FIRST)).isEqualTo(question);
    }

    @Test
    void goesBackToTheLastQuestionThatStandsByItself() {
        assertThat(resolve("Why?", "Who is Odum?", FIRST, "And when did they return?"))
                .isEqualTo("Why? (they return; ships left the port)");
    }

    @ParameterizedTest
    @CsvSource({
        "Where was that?, Why? (ships left the port)",
        "What about the tugs?, Why? (the tugs; ships left the port)",
        "Was there a storm?, Why? (a storm)"
    })
    void whatAsksOrOnlyPointsIsNoPartOfTheTopic(String before, String understood) {
        assertThat(resolve("Why?", FIRST, before)).isEqualTo(understood);
    }

    @Test
    void leansOnNothingWhenNothingWasSaid() {
        assertThat(resolve("Why?")).isEqualTo("Why?");
    }

    @ParameterizedTest
    @CsvSource({
        "who is he?, who is Paul Renner?",
        "and what did he want?, what did Paul Renner want?",
        "what is his job?, what is Paul Renner's job?",
        "Who pays him?, Who pays Paul Renner?"
    })
    void whoeverTheAnswerNamesIsMeantAfterAQuestionThatAsksWho(String question, String understood) {
        assertThat(resolve(question, List.of(turn("Who drew the plan?", 1)))).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({
        "what did she call it?, what did Ines Odum call it?",
        "what is her job?, what is Ines Odum's job?",
        "Who voted for her?, Who voted for Ines Odum?",
        "who spoke to her about money?, who spoke to Ines Odum about money?"
    })
    void whomTheQuestionNamesIsMeant(String question, String understood) {
        assertThat(resolve(question, List.of(turn("What does Odum say to Renner?", 5))))
                .isEqualTo(understood);
    }

    @Test
    void whereSomebodyBelongsIsNoPartOfTheName() {
        assertThat(resolve("who is she?", List.of(turn("Who spoke last?", 6)))).isEqualTo("who is Lena Nwosu-Klein?");
    }

    @Test
    void anAnswerThatSaysHeIsReadWithTheSentencesBeforeIt() {
        assertThat(resolve("who is he?", List.of(turn("What is wanted at the point?", 2))))
                .isEqualTo("who is Paul Renner?");
    }

    @Test
    void anAnswerAboutSomebodyWhomTheArticleCallsSheIsNotMeantByHe() {
        Turn earlier = turn("Who drew the plan?", 1);
        assertThat(resolve("who is he?", List.of(earlier, turn("Who is against the plan?", 3))))
                .isEqualTo("who is Paul Renner?");
    }

    @Test
    void namesOfPlacesAndOrganisationsAreNobodys() {
        Turn organisations = new Turn("Who agreed?", "", List.of(new Citation(HARBOUR.id(), 5)));
        assertThat(resolve("who is she?", List.of(organisations))).isEqualTo("who is Ines Odum?");
    }
}
