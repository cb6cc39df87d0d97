package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramHtmlTest {
    @Test
    void takesMarkupOutAndPlacesEntitiesInUtf16Units() throws BotApiError {
        FormattedText text = TelegramHtml.parse("😀 <b>A &amp; <i>b</i></b> &lt;c&gt;");

        assertThat(text.text()).isEqualTo("😀 A & b <c>");
        assertThat(text.entities().toString())
                .isEqualTo("[{\"type\":\"bold\",\"offset\":3,\"length\":5},"
                        + "{\"type\":\"italic\",\"offset\":7,\"length\":1}]");
    }

    @Test
    void readsAnExpandableQuotationAndALink() throws BotApiError {
        FormattedText text = TelegramHtml.parse(
                "<blockquote expandable>one</blockquote><a href=\"https://example.org/?a=1&amp;b=2\">two</a>");

        assertThat(text.entities().findValuesAsText("type")).containsExactly("expandable_blockquote", "text_link");
        assertThat(text.entities().path(1).path("url").asText()).isEqualTo("https://example.org/?a=1&b=2");
    }

    @Test
    void keepsAnUnknownEntityNameAsText() throws BotApiError {
        assertThat(TelegramHtml.parse("a &nbsp; b &#65;").text()).isEqualTo("a &nbsp; b A");
    }

    @Test
    void stripsWhiteSpaceAtBothEndsAndMovesEntitiesWithIt() throws BotApiError {
        FormattedText text = TelegramHtml.parse("\n <b> word </b>\n");

        assertThat(text.text()).isEqualTo("word");
        assertThat(text.entities().path(0).path("offset").asInt()).isZero();
        assertThat(text.entities().path(0).path("length").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 < 6 and 7 > 6        | Unsupported start tag "" at byte offset 2
            é <div>x</div>         | Unsupported start tag "div" at byte offset 3
            a <b                   | Unclosed start tag at byte offset 2
            <b>x                   | Can't find end tag corresponding to start tag "b"
            x</b>                  | Unexpected end tag at byte offset 1
            <b>x</i>               | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
            <b>x</b                | Unclosed end tag at byte offset 4
            <span>x</span>         | Tag "span" must have class "tg-spoiler" at byte offset 0
            <a href>x</a>          | Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0
            <br/>                  | Unsupported start tag "br/" at byte offset 0
            """)
    void refusesInTelegramsWords(String html, String reason) {
        BotApiError error = catchThrowableOfType(BotApiError.class, () -> TelegramHtml.parse(html));

        assertThat(error.code()).isEqualTo(400);
        assertThat(error.description()).isEqualTo("Bad Request: can't parse entities: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a href=\"javascript:alert(1)\">x</a>", "<a href=\"/relative\">x</a>"})
    void leavesOutALinkThatIsNone(String html) throws BotApiError {
        assertThat(TelegramHtml.parse(html).entities()).isEmpty();
    }
}
