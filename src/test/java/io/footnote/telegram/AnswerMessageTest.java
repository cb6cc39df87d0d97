package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Answer;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShortAnswer;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMessageTest {
    private static final AnswerMessage MESSAGES =
            new AnswerMessage(Objects.requireNonNull(Texts.all().get(Tongue.ENGLISH)), id -> 32);
    private static final String EMOJI = "\uD83D\uDE80";

    /** The reply, parsed and measured as Telegram would. */
    private static Reply reply(Answer answer) {
        Reply reply = MESSAGES.whole(answer).reply();
        FormattedText parsed = parsed(reply.html());
        assertThat(parsed.text()).isEqualTo(reply.plain());
        assertThat(reply.plain().length()).isLessThanOrEqualTo(4096);
        for (int at = 0; at < reply.plain().length(); at++) {
            boolean high = Character.isHighSurrogate(reply.plain().charAt(at));
            assertThat(high
                            && (at + 1 == reply.plain().length()
                                    || !Character.isLowSurrogate(reply.plain().charAt(at + 1))))
                    .as("a pair split at " + at)
                    .isFalse();
        }
        return reply;
    }

    private static FormattedText parsed(String html) {
        try {
            return TelegramHtml.parse(html);
        } catch (BotApiError e) {
            throw new AssertionError(e.description() + " in " + html, e);
        }
    }

    @Test
    void showsStatementsWithMarkersAndTheirSentencesFoldedUnderThem() {
        Reply reply = reply(Answers.grounded(
                null, List.of("Two died.", "Four live."), List.of("Two of them died.", "Four\n  of them live.")));

        assertThat(reply.html()).isEqualTo("""
            Two died. [1] Four live. [2]

            <blockquote expandable>[1] <b>Title</b>, sentence 1 of 32
            Two of them died.
            [2] <b>sentence 2 of 32</b>
            Four of them live.</blockquote>\
            """);
    }

    @Test
    void theWordsThatAnswerAreBoldAndEscaped() {
        String sentence = "Profits of AT&T\n  & <Sons>  rose by 3 % in May.";
        Grounded plain =
                Answers.grounded(null, List.of("Profits of AT&T & <Sons> rose by 3 % in May."), List.of(sentence));
        int start = sentence.indexOf("AT&T");
        int end = sentence.indexOf("  rose");
        Grounded answer = new Grounded(
                plain.statements(),
                plain.sources(),
                new ShortAnswer(start, end, sentence.substring(start, end)),
                plain.confidence(),
                plain.engine(),
                null);

        assertThat(reply(answer).html()).isEqualTo("""
            Profits of <b>AT&amp;T &amp; &lt;Sons&gt;</b> rose by 3 % in May. [1]

            <blockquote expandable>[1] <b>Title</b>, sentence 1 of 32
            Profits of <b>AT&amp;T &amp; &lt;Sons&gt;</b> rose by 3 % in May.</blockquote>\
            """);
    }

    @Test
    void wordsThatAreCutOffAreNotBold() {
        String sentence = "word ".repeat(1200) + "Odum";
        Grounded plain = Answers.grounded(null, List.of(sentence), List.of(sentence));
        Grounded answer = new Grounded(
                plain.statements(),
                plain.sources(),
                new ShortAnswer(6000, 6004, "Odum"),
                plain.confidence(),
                plain.engine(),
                null);

        assertThat(reply(answer).html()).doesNotContain("<b>Odum").contains("<b>Title</b>");
    }

    @Test
    void escapesWhatWouldBeMarkup() {
        Reply reply = reply(Answers.grounded("a <b> & c", List.of("AT&T <b>x</b> &amp;"), List.of("1 < 2 > 0")));

        assertThat(reply.html())
                .startsWith("AT&amp;T &lt;b&gt;x&lt;/b&gt; &amp;amp; [1]")
                .contains("1 &lt; 2 &gt; 0</blockquote>")
                .endsWith("<i>Answered without the language model: a &lt;b&gt; &amp; c</i>");
    }

    @Test
    void showsTheNearestSentenceOfAnAbstentionWithoutAMarker() {
        Reply reply = reply(Answers.abstained("the mayor's age", Answers.source(1, "Title", "The mayor spoke.", null)));

        assertThat(reply.plain()).isEqualTo("""
            The article does not say; it has nothing about: the mayor's age. This comes nearest:

            Title, sentence 1 of 32
            The mayor spoke.\
            """);
        assertThat(reply(Answers.abstained(null)).html()).isEqualTo("The article does not say.");
    }

    @Test
    void linksToThePageOfAnArticleThatHasOne() {
        assertThat(reply(Answers.abstained(null, Answers.source(1, "A & B", "x", "https://a.example/?q=\"1\"&r=<2>")))
                        .html())
                .contains("<a href=\"https://a.example/?q=&quot;1&quot;&amp;r=&lt;2&gt;#:~:text=x\">A &amp; B</a>,"
                        + " sentence 1 of 32");
        assertThat(reply(Answers.abstained(null, Answers.source(1, "A", "x", "javascript:alert(1)")))
                        .html())
                .contains("<b>A</b>")
                .doesNotContain("javascript");
    }

    @Test
    void cutsSourcesAtTheEndOfASentenceBeforeItTouchesAStatement() {
        String sentence = "A sentence of some length that says nothing new at all. ";
        Reply reply = reply(Answers.grounded(
                "the model was late.", List.of("First.", "Second."), List.of(sentence.repeat(90), "Short.")));

        assertThat(reply.plain())
                .startsWith("First. [1] Second. [2]\n\n")
                .contains("at all.…\n[2] sentence 2 of 32\nShort.\n\nAnswered");
        assertThat(reply.plain().length()).isGreaterThan(4_000);
    }

    @Test
    void keepsEveryStatementAndMarkerHoweverLongTheyAre() {
        List<String> statements =
                List.of(EMOJI.repeat(3_000), "word ".repeat(900).strip(), "Last.");

        Reply reply = reply(Answers.grounded(null, statements, statements));

        assertThat(reply.plain())
                .contains(
                        EMOJI + "… [1] word word",
                        "word… [2] Last. [3]\n\n[1] Title, sentence 1 of 32\n",
                        "[3] sentence 3 of 32");
        assertThat(reply.plain().length()).isGreaterThan(4_000);
    }

    @Test
    void leavesOutTheLastSourcesWhenThereIsNoRoomForTheirTitles() {
        List<String> statements = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> "Statement number " + n + ".")
                .toList();

        Reply reply = reply(Answers.grounded(null, statements, statements));

        assertThat(reply.plain())
                .startsWith("Statement number 1. [1] Statement")
                .contains("number 100. [100]\n\n[1] Title");
        assertThat(reply.html())
                .contains("<blockquote expandable>[1] <b>Title</b>")
                .doesNotContain("[100] <b>")
                .endsWith("</blockquote>");
    }

    @Test
    void fillsTheLimitExactlyAndCutsOneUnitPastIt() {
        int around = reply(Answers.grounded("x")).plain().length() - 2;
        String statement = "z".repeat(1_000);
        String fits = "y".repeat(4_096 - around - statement.length());
        Grounded exact = Answers.grounded(null, List.of(statement), List.of(fits));
        Grounded over = Answers.grounded(null, List.of(statement), List.of(fits + "y"));

        assertThat(reply(exact).plain()).hasSize(4_096).doesNotContain("…");
        assertThat(reply(over).plain())
                .hasSize(4_096)
                .startsWith(statement + " [1]")
                .endsWith("y…");
    }

    @Test
    void manyLongPartsNeverMakeItTooLong() {
        for (int count : new int[] {1, 2, 7, 40, 400, 1_000}) {
            List<String> long_ = Collections.nCopies(count, ("Ünïcode " + EMOJI + " & <more>. ").repeat(60));
            String plain = reply(Answers.grounded("because ".repeat(200), long_, long_))
                    .plain();

            assertThat(plain).contains(" [1]").hasSizeGreaterThan(2_000);
        }
    }

    @Test
    void aLaterQuestionRemembersTheWordsAlone() {
        assertThat(MESSAGES.words(Answers.grounded("Two died."))).isEqualTo("Two died.");
        assertThat(MESSAGES.words(Answers.abstained(null))).isEqualTo("The article does not say.");
    }
}
