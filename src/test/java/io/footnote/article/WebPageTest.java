package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.language.SentenceSplitter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Articles out of pages of the tests' own making. */
final class WebPageTest {
    private static final String BODY = """
        <p>The harbour of Nordvik froze over on Tuesday night, and the fishing boats could not leave their berths.</p>
        <p>Engineers said that the ice, which was <b>forty centimetres</b> thick, would hold until the end of the week.</p>
        <h2>What comes next</h2>
        <p>The council has ordered an icebreaker from the south, and it wants to pay the crews for the days they lose.</p>
        <ul><li>The boats stay in the harbour until further word comes from the council.</li>
        <li>The fish market opens only in the morning, because there is so little to sell.</li></ul>
        <figure><img src="x.png"><figcaption>Photo: Ada Example / Agency</figcaption></figure>
        <p>Older people in the town remember a winter that was colder, but none in which the sea froze so early.</p>
        """;
    private static final String PAGE = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Harbour freezes over | The Nordvik Times</title>
        <link rel="canonical" href="/2026/harbour">
        <meta property="og:site_name" content="The Nordvik Times">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
          "headline":"Harbour freezes over","author":[{"@type":"Person","name":"Ada Example"},{"name":"Ben Sample"}],
          "datePublished":"2026-01-14T07:30:00+01:00","dateModified":"2026-01-15"}]}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <div class="cookie-banner"><p>We use cookies to improve your visit. <a href="/c">Accept all cookies</a></p></div>
        <article><h1>Harbour freezes over</h1><p class="byline">By Ada Example</p>
        <div class="article-body">%s<p><a href="/other">Read more: Last winter's storm in pictures</a></p></div>
        <div class="newsletter"><p>Sign up for our newsletter and get the news every morning.</p></div></article>
        <aside class="related"><h3>Related</h3><a href="/a">Ten recipes for cod</a></aside>
        <section class="comments"><p>Great article, thanks! I was there and it was cold.</p></section>
        <footer><p>Copyright 2026 The Nordvik Times. All rights reserved.</p></footer></body></html>
        """.formatted(BODY);

    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());

    private Article read(String html) {
        return reader.read(new Document(
                "page.html",
                "page.html",
                html.getBytes(StandardCharsets.UTF_8),
                null,
                null,
                "https://times.example/x"));
    }

    @Test
    void keepsTheBodyAndLeavesWhatSurroundsIt() {
        assertThat(read(PAGE).text())
                .startsWith("The harbour of Nordvik froze over on Tuesday night")
                .contains("\n\nWhat comes next\n\n")
                .contains("lose.\n\n"
                        + "- The boats stay in the harbour until further word comes from the council.\n"
                        + "- The fish")
                .endsWith("froze so early.")
                .doesNotContain(
                        "cookies", "Read more", "newsletter", "Ten recipes", "Great article", "Copyright", "Photo:");
    }

    @Test
    void citesSentencesAndItemsButNoHeadings() {
        Article article = read(PAGE);

        assertThat(article.sentences().stream().filter(sentence -> !sentence.citable()))
                .extracting(article::textOf)
                .containsExactly("What comes next");
        assertThat(article.sentences())
                .extracting(article::textOf)
                .contains("The boats stay in the harbour until further word comes from the council.");
    }

    @Test
    void citesHeadingsThatSaySomething() {
        Article article = read(PAGE.replace("What comes next", "The council has ordered help from the south.")
                .replace("<ul><li>", "<h2>Help from the south.</h2><ul><li>"));

        assertThat(article.sentences().stream().filter(sentence -> !sentence.citable()))
                .extracting(article::textOf)
                .containsExactly("Help from the south.");
        assertThat(article.text()).contains("\n\nThe council has ordered help from the south.\n\n");
    }

    @Test
    void refusesPagesOfMoreTagsThanAreAllowed() {
        String most = "<html><body>" + BODY;
        int tags = (int) most.chars().filter(letter -> letter == '<').count();
        String full = most + "<i>".repeat(WebPage.MAX_TAGS - tags);

        assertThat(read(full).text()).startsWith("The harbour of Nordvik");
        assertThatThrownBy(() -> read(full + "<i>")).hasMessageContaining("more than the 300,000 tags");
    }

    @Test
    void takesWhatThePageSaysOfItself() {
        Article article = read(PAGE);

        assertThat(article.title()).isEqualTo("Harbour freezes over");
        assertThat(article.url()).isEqualTo("https://times.example/2026/harbour");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.publication())
                .isEqualTo(new Publication(
                        "Ada Example, Ben Sample",
                        "The Nordvik Times",
                        OffsetDateTime.parse("2026-01-14T07:30+01:00"),
                        OffsetDateTime.parse("2026-01-15T00:00Z")));
    }

    @Test
    void takesTheTitleFromThePageWhereItStatesNone() {
        String plain = "<html><head><title>Harbour freezes over - The Nordvik Times</title></head><body>" + BODY;

        assertThat(read(plain).title()).isEqualTo("Harbour freezes over");
        assertThat(read(plain.replace("<body>", "<body><h1>The sea froze</h1>")).title())
                .isEqualTo("The sea froze");
    }

    @Test
    void readsPagesInTheEncodingThatTheyName() {
        String page = "<html><head><meta charset=windows-1251></head><body>"
                + BODY.replace("Nordvik", "Нордвик").replace("<b>forty centimetres</b>", "forty centimetres");
        Document document = new Document(
                "page.html", "page.html", page.getBytes(Charset.forName("windows-1251")), null, null, null);

        assertThat(reader.read(document).text()).startsWith("The harbour of Нордвик froze");
    }

    @Test
    void flattensPagesNestedWithoutEnd() {
        String nested = "<html><body>" + "<div>".repeat(100_000) + BODY;

        assertThat(read(nested).text()).startsWith("The harbour of Nordvik").endsWith("froze so early.");
        assertThat(read("<html><body>" + "<b>".repeat(100_000) + "</b>".repeat(100_000) + BODY)
                        .text())
                .contains("The harbour of Nordvik");
    }

    @Test
    void malformedDataIsLeftAside() {
        String broken = PAGE.replace("\"@graph\":[{", "\"@graph\":[[[{{");
        String nested = PAGE.replace("{\"@context\"", "[".repeat(100_000) + "{\"@context\"");

        assertThat(read(broken).title()).isEqualTo("Harbour freezes over");
        assertThat(read(nested).title()).isEqualTo("Harbour freezes over");
    }

    @Test
    void refusesPagesWithoutAnArticle() {
        String page = "<html><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav></body></html>";

        assertThatThrownBy(() -> read(page))
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("page.html has no article that can be told from the rest");
    }
}
