package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Each format is read back here by a reader of its own: by the manuals for Anki and GIFT, by jsoup for HTML. */
class ExportsTest {
    private static final String TEXT = "Ann & Bob paid {5} <coins> = 1~2 #once: 50% \"off\".\nThe ferry\tleft in 1911.";
    private static final Article ARTICLE = new Article(
            "a",
            "Coins & ferries",
            "f",
            null,
            "en",
            TEXT,
            List.of(new Sentence(1, 0, 50, true), new Sentence(2, 51, TEXT.length(), true)));
    private static final List<QuizItem> ITEMS = List.of(
            new QuizItem(
                    "id1",
                    ItemType.CLOZE,
                    "Complete: Ann & _____ paid {5} <coins> = 1~2 #once: \\ \"x\"",
                    List.of("C~d", "Bob", "E=f"),
                    1,
                    "Because.",
                    "a",
                    List.of(1),
                    "f1"),
            new QuizItem(
                    "id2",
                    ItemType.TRUE_FALSE,
                    "True or false? The ferry left in 1912.",
                    List.of(QuizItem.TRUE, QuizItem.FALSE),
                    1,
                    "Because.",
                    "a",
                    List.of(2),
                    "f2"));

    @Test
    void ankiReadsANoteALineWithItsSourceSentences() {
        List<String> lines = AnkiExport.of(ITEMS, id -> ARTICLE).lines().toList();

        assertThat(lines.stream().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "#separator:tab",
                        "#html:true",
                        "#notetype:Basic",
                        "#deck:Footnote",
                        "#guid column:1",
                        "#tags column:4");
        List<String[]> notes = lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
        assertThat(notes).hasSize(2).allMatch(fields -> fields.length == 4);
        assertThat(notes.get(0)[0]).isEqualTo("id1");
        Document front = Jsoup.parse(notes.get(0)[1]);
        assertThat(front.body().ownText()).isEqualTo(ITEMS.get(0).question());
        assertThat(front.select("li").eachText()).isEqualTo(ITEMS.get(0).options());
        assertThat(Jsoup.parse(notes.get(0)[2]).select("b").text()).isEqualTo("Bob");
        assertThat(Jsoup.parse(notes.get(0)[2]).select("blockquote").text()).isEqualTo(TEXT.substring(0, 50));
        assertThat(notes.get(1)[2]).contains("The ferry left in 1911.");
        assertThat(notes.get(1)[3]).isEqualTo("footnote true_false");
    }

    @Test
    void giftReadsTitleQuestionOptionsAndFeedback() {
        List<Gift> read = Gift.read(GiftExport.of(ITEMS, id -> ARTICLE));

        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .isEqualTo(new Gift(
                        "id1", ITEMS.get(0).question(), List.of("~C~d", "=Bob", "~E=f"), TEXT.substring(0, 50)));
        assertThat(read.get(1))
                .isEqualTo(new Gift("id2", ITEMS.get(1).question(), List.of("FALSE"), "The ferry left in 1911."));
    }

    /** A question of a GIFT file; each option with the mark before it. */
    private record Gift(String title, String question, List<String> answers, String feedback) {
        private static final Pattern QUESTION =
                Pattern.compile("::((?:\\\\.|[^\\\\:])+)::\\[plain\\]((?:\\\\.|[^\\\\{])+)\\{((?:\\\\.|[^\\\\}])*)\\}");
        private static final Pattern ANSWER = Pattern.compile("([=~](?:\\\\.|[^\\\\=~])+)");

        /** By Moodle's description: comments begin a line, a backslash takes away the meaning of what follows it. */
        static List<Gift> read(String file) {
            List<Gift> found = new ArrayList<>();
            Matcher question = QUESTION.matcher(file.replaceAll("(?m)^//.*$", ""));
            int end = 0;
            while (question.find()) {
                assertThat(file.replaceAll("(?m)^//.*$", "").substring(end, question.start()))
                        .isBlank();
                end = question.end();
                String[] parts = question.group(3).split("####");
                List<String> answers = new ArrayList<>();
                Matcher answer = ANSWER.matcher(parts[0]);
                while (answer.find()) {
                    answers.add(plain(answer.group(1)));
                }
                if (answers.isEmpty()) {
                    answers.add(parts[0].strip());
                }
                found.add(new Gift(plain(question.group(1)), plain(question.group(2)), answers, plain(parts[1])));
            }
            return found;
        }

        private static String plain(String text) {
            return text.strip().replaceAll("\\\\(.)", "$1");
        }
    }

    @Test
    void aSheetHasEveryQuestionAndBehindThemTheKeyAndNeedsNothingFromElsewhere() {
        String html = HtmlSheet.of(ITEMS, id -> ARTICLE);
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = Jsoup.parse(html, "", parser);

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("Coins & ferries");
        assertThat(page.select("body > ol > li")).hasSize(2);
        assertThat(page.select("body > ol > li").get(0).select("ul li").eachText())
                .isEqualTo(ITEMS.get(0).options());
        assertThat(page.select(".key > ol > li strong").eachText()).containsExactly("Bob", "False");
        assertThat(page.select(".key blockquote").get(0).text()).isEqualTo(TEXT.substring(0, 50));
        assertThat(page.select("script, link, img, iframe")).isEmpty();
    }
}
