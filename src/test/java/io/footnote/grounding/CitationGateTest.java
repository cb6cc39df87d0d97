package io.footnote.grounding;

import static io.footnote.grounding.GateFixture.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationGateTest {

    private static final String FLIGHTS =
            "US officials say that Russia has been dispatching about two military cargo flights each day to Latakia.";
    private static final String DEATHS = "The civil war has left 240,000 people dead and four million displaced.";

    private final Article article = GateFixture.article(FLIGHTS, DEATHS, "Related: a headline");

    @Test
    void aCopyIsSupportedWithFullScore() {
        CheckedStatement checked = check(DEATHS, 2);
        assertThat(checked.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(checked.score()).isEqualTo(1.0);
        assertThat(checked.reasons()).isEmpty();
    }

    @Test
    void aClauseOfASentenceIsSupported() {
        assertThat(check("Russia has been dispatching about two military cargo flights each day", 1)
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aParaphraseOfTwoCitedSentencesIsSupportedBelowFullScore() {
        CheckedStatement checked =
                check("Russia dispatches two cargo flights a day to Latakia; the war left 240 thousand dead.", 1, 2);
        assertThat(checked.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(checked.score()).isBetween(0.5, 0.99);
    }

    @Test
    void theWrongSentenceDoesNotSupport() {
        assertThat(check("The civil war has left 240,000 people dead.", 1).supported())
                .isFalse();
    }

    @Test
    void brokenPointersAreNamed() {
        assertThat(check(DEATHS, 99).reasons()).containsExactly("sentence 99 does not exist");
        assertThat(check(DEATHS, 2, 0).reasons()).containsExactly("sentence 0 does not exist");
        assertThat(check(DEATHS, 3).reasons()).containsExactly("sentence 3 is not to be cited");
        assertThat(check(DEATHS).reasons()).containsExactly("no citation");
        Statement foreign = new Statement(DEATHS, List.of(new Citation("other", 1)));
        CheckedStatement checked = GateFixture.GATE.check(foreign, List.of(article));
        assertThat(checked.reasons()).containsExactly("article other was not given");
        assertThat(checked.verdict()).isEqualTo(Verdict.NOT_ENOUGH_INFO);
        assertThat(checked.score()).isZero();
    }

    @Test
    void aClaimAtTheLimitIsJudgedAndOnePastItRefused() {
        String atLimit = "flight".repeat(CitationGate.MAX_CLAIM_UNITS / 6) + "ab";
        assertThat(atLimit).hasSize(CitationGate.MAX_CLAIM_UNITS);
        assertThat(judge(atLimit, atLimit).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judge(atLimit + "c", atLimit + "c").reasons())
                .containsExactly("statement is longer than 2000 characters");
    }

    @Test
    void aShortClaimMustHaveItsOnePredicateInTheEvidence() {
        assertThat(judge("Seohyun is a dog.", "Seohyun is a South Korean singer and actress.")
                        .verdict())
                .isNotEqualTo(Verdict.SUPPORTED);
        assertThat(judge("Seohyun is a singer.", "Seohyun is a South Korean singer and actress.")
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200B\u202E",
                "?!…",
                "\"",
                "'",
                "“a",
                "''''",
                "(",
                "\uD83D",
                "🙂🙂",
                "مرحبا",
                "¼",
                "1,",
                "1.",
                "$",
                "-",
                "a.b.",
                "U.",
                "no",
                "not",
                "one",
                "the",
                "May",
                "1/2/",
                "2015-",
                "\0"
            })
    void oddTextOnEitherSideIsJudgedNotThrownAt(String odd) {
        for (String other : List.of("", odd, FLIGHTS)) {
            assertThat(judge(odd, other).score()).isBetween(0.0, 1.0);
            assertThat(judge(other, odd).score()).isBetween(0.0, 1.0);
        }
        assertThat(judge(FLIGHTS + odd, FLIGHTS).score()).isBetween(0.0, 1.0);
    }

    @Test
    void longRepetitiveEvidenceIsJudged() {
        for (String unit : List.of("y", "a ", "not ", "'", "\"a", "Ab ", "1,111,", "hundred ", "U.", "May 1 ", "is")) {
            String evidence = unit.repeat(30_000 / unit.length());
            String claim = unit.repeat(1_900 / unit.length());
            assertThat(judge(claim, evidence).score()).isBetween(0.0, 1.0);
            assertThat(judge(FLIGHTS, evidence).verdict()).isNotEqualTo(Verdict.SUPPORTED);
        }
    }

    @Test
    void equalInputGivesEqualJudgement() {
        String claim = "Carter said on Friday that 12 flights did not reach \"the Syrian coast\".";
        assertThat(judge(claim, FLIGHTS + " " + DEATHS)).isEqualTo(judge(claim, FLIGHTS + " " + DEATHS));
    }

    private CheckedStatement check(String text, int... sentences) {
        List<Citation> citations = IntStream.of(sentences)
                .mapToObj(sentence -> new Citation("a1", sentence))
                .toList();
        return GateFixture.GATE.check(new Statement(text, citations), List.of(article));
    }
}
