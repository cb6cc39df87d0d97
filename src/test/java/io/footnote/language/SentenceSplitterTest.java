package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** Each text shows its own boundaries as {@code |}, which the splitter does not see. */
    private void splitsAtBars(String marked) {
        String text = marked.replace("|", "");
        List<String> expected =
                List.of(marked.split("\\|")).stream().map(String::strip).toList();
        assertThat(sentences(text)).isEqualTo(expected);
    }

    private List<String> sentences(String text) {
        return splitter.split(text).stream().map(span -> span.of(text)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry sank. |Nobody was hurt.",
                "Who saw it? |A pilot did! |She radioed at once.",
                "The bridge opened in 1932. |12 trains cross it daily.",
                "He stopped.  |\tThen he ran.",
                "The firm makes phones. |iPhone sales fell.",
                "Prices rose (by a tenth). |Wages did not.",
                "It failed [again]. |(Nobody knows why.) |The team went home.",
            })
    @DisplayName("a mark and a capital, a number or a bracket after an ordinary word begin a sentence")
    void ordinaryEnds(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Okafor met Dr. Lund and Gov. Reyes. |They spoke.",
                "Lt. Col. Anne Marsh and Sen. Poe left.",
                "Dr. No is a film.",
                "The patient has MS. |The doctors said so.",
            })
    void titlesNeverEndBeforeAName(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John F. Kerry spoke with J. K. Rowling and E. Smith. |Nobody listened.",
                "They liked plan B. |The others did not.",
                "The sum is at most n. |Sorting takes longer.",
                "R. A. Fisher wrote it.",
            })
    void initialsEndOnlyBeforeAnOpener(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She moved to the U.S. |It was cold.",
                "The U.S. Senate voted.",
                "He joined Orr & Co. |The firm grew.",
                "Orr & Co. Limited grew.",
                "Acme Inc. shares rose.",
                "They flew to Washington, D.C. |Now they rest.",
                "Martin L. King Jr. Boulevard is long.",
                "They sell apples, pears, etc. |However, nobody buys.",
                "He lives on Oak St. |But he works in St. Louis.",
                "The tower is 40 ft. |Builders want more.",
                "The tower is 40 ft. high.",
            })
    void otherAbbreviationsEndOnlyBeforeAnOpener(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See No. 7, p. 12 and Vol. 3.",
                "He said no. |She said yes.",
                "Bring tools, e.g. Allen keys, i.e. Hex keys.",
                "Roe v. Wade and Ali vs. Frazier made headlines.",
                "On Sept. 18 and Jan. 3 they met.",
                "They met in Sept. |Rain fell.",
                "They met on Mon. Jan. 5.",
            })
    void whatAnnouncesANumberOrADateGoesOnBeforeIt(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The shop opens at 9 a.m. |Guards arrive earlier.",
                "The shop opens at 9 a.m. Monday.",
                "The shop opens at 9 a.m. EST.",
                "At 9 a.m. Guards arrive.",
                "By about 9 p.m. Smith had left.",
            })
    void timesOfDayEndBeforeACapitalThatIsNoZoneAndNoDate(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $3.50. |Version 2.0.1 is free.",
                "Write to Ann.Lee@example.org. |She answers.",
                "Look at https://example.org/a.B/c.html. |It is there.",
                "The group alt.garden.roses and Example.com closed.",
                "The file Main.java is short.",
            })
    void dotsInsideNumbersAndAddressesAreNoEnds(String marked) {
        splitsAtBars(marked);
    }

    @Test
    void aLostSpaceBetweenSentencesIsNoticed() {
        assertThat(sentences("It ended.The crowd left.”She stayed?Nobody knew."))
                .containsExactly("It ended.", "The crowd left.”", "She stayed?", "Nobody knew.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We won.” |The crowd cheered.",
                "‘We won.’ |The crowd cheered.",
                "«We won.» |The crowd cheered.",
                "\"We won.\" |\"We lost.\" |Both cheered.",
                "“We would go“, she said. |Nobody went.",
                "“We would go.“ |Nobody went.",
                "“Why?” he asked. |Nobody knew.",
                "\"Why?\" John F. Adams asked.",
                "\"Why?\" |She went home.",
                "“Stop!” cried the guard.",
                "It was “over”. |He left.",
                "\"He left.\" - Jane Doe",
                "He called it \" a mess. \" |She agreed.",
            })
    @DisplayName("quotation marks stay with the sentence they close, whichever way they point")
    void quotations(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I wonder... perhaps not.",
                "I wonder... |She left.",
                "I wonder… |She left.",
                "It was, … well, late.",
                "The thing is . . . I forgot.",
                "That was all . . . . |Rain fell.",
                "That was all. |. . . Rain fell.",
                "\"The [...] House\" is closed.",
            })
    void ellipses(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yahoo! Finance reported it. |Nobody read it.",
                "She left Yahoo! |Then she rested.",
                "He won (!) the race.",
            })
    void exclamationMarksOfNamesAndAsides(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The claim is old.[12] |It is wrong.[citation needed] |Still, it lives.",
                "The claim is old.¹ |It is wrong.",
            })
    void referenceMarksStayWithTheirSentence(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Bring water |2. Bring bread |3. Rest",
                "1) Bring water |2) Bring bread",
                "a. Bring water |b. Bring bread",
                "• Bring water |• Bring bread",
                "He paid 2. |Nothing else.",
                "- Bring water\n|- Bring bread\n|- rest",
                "1. Bring water.\n|2. Bring bread.",
            })
    void itemsOfAListAreSentences(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONDON, Sept. 18 (AP) — Secretary Lee spoke. |He left.",
                "Flood hits the valley\n\n|Tuesday, May 3, 2016\n\n|Water rose.",
                "Tuesday, May 3, 2016 |Water rose.",
                "May 3, 2016 Attacks shook it.",
                "The old mill |Photo: Jane Doe.",
                "Kim Lee of the Greens |In the northern valley, nobody won.",
                "The Wind In The Willows sold well.",
            })
    void datelinesDateLinesAndCaptions(String marked) {
        splitsAtBars(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
    void everyKindOfLineBreakEndsAHeadingAndABlankLineEndsAParagraph(String lineBreak) {
        String text =
                "A heading" + lineBreak + "The body begins. It ends" + lineBreak + lineBreak + "and nothing follows";

        assertThat(sentences(text)).containsExactly("A heading", "The body begins.", "It ends", "and nothing follows");
    }

    @Test
    void aWrappedLineGoesOn() {
        String text = """
                The committee that was to decide on the future of the old
                Harbour Bridge met on Monday and could not agree on any of
                the plans. Its chair, the engineer
                Ruth Adler, said nothing.""";

        assertThat(sentences(text))
                .containsExactly(
                        "The committee that was to decide on the future of the old\nHarbour Bridge met on Monday and could"
                                + " not agree on any of\nthe plans.",
                        "Its chair, the engineer",
                        "Ruth Adler, said nothing.");
    }

    @Test
    void aLineThatBreaksOffGoesOnInLowerCase() {
        String text = "The committee met on Monday and could not\nagree. It will meet again.";

        assertThat(sentences(text))
                .containsExactly("The committee met on Monday and could not\nagree.", "It will meet again.");
    }

    @Test
    void aWrappedParagraphMayEndInAReferenceAndHoldADash() {
        String text = """
                The oldest bridge of the town was built by monks from
                Holm Abbey in the year 1250 – long before the town wall
                – and rebuilt after the flood.[citation needed]""";

        assertThat(sentences(text)).containsExactly(text);
    }

    @Test
    void aLineOfProseGoesOnAfterALostSubscript() {
        String text =
                "The welders of the yard, who had worked on the hull all summer, used a mixture of gas and compressed"
                        + " O\n2. This was cheap. They stored CO\n2 in tanks.";

        assertThat(sentences(text)).first().asString().endsWith("compressed O\n2.");
    }

    @Test
    void oneParagraphALineIsSplitAtTheLines() {
        assertThat(sentences("Eggs\nMilk\nflour and butter")).containsExactly("Eggs", "Milk", "flour and butter");
    }

    @Test
    void scriptsWithoutSpacesEndAtTheirMarks() {
        assertThat(sentences("今日は雨です。明日は晴れです。")).containsExactly("今日は雨です。", "明日は晴れです。");
    }

    @Test
    void whiteSpaceHasNoSentence() {
        assertThat(splitter.split("")).isEmpty();
        assertThat(splitter.split(" \n\u00A0\t\r\n")).isEmpty();
    }
}
