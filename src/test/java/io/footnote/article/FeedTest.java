package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static Feed read(String xml) {
        return Feed.read(new Document(
                "feed", "feed", xml.getBytes(StandardCharsets.UTF_8), null, null, "https://times.example/feed.xml"));
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title> The Times </title><link>https://times.example/"
                + "</link><description>d</description>" + items + "</channel></rss>";
    }

    @Test
    void readsRssWithLinksAndDates() {
        Feed feed = read(
                rss("<item><title>Ice</title><link>/ice</link><pubDate>Wed, 14 Jan 2026 07:30:00 +0100</pubDate></item>"
                        + "<item><title>No address</title></item><item><link>javascript:alert(1)</link></item>"));

        assertThat(feed.title()).isEqualTo("The Times");
        assertThat(feed.items())
                .containsExactly(
                        new Feed.Item("https://times.example/ice", "Ice", Instant.parse("2026-01-14T06:30:00Z"), null));
    }

    @Test
    void readsAtom() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Times</title><id>x</id><updated>2026-01-14T07:30:00Z</updated>
                <entry><title>Ice</title><id>y</id><link href="https://times.example/ice"/>
                <published>2026-01-14T07:30:00Z</published><updated>2026-01-15T07:30:00Z</updated></entry></feed>""");

        assertThat(feed.items())
                .containsExactly(new Feed.Item(
                        "https://times.example/ice",
                        "Ice",
                        Instant.parse("2026-01-14T07:30:00Z"),
                        Instant.parse("2026-01-15T07:30:00Z")));
    }

    @Test
    void takesAsManyItemsAsAreAllowed() {
        String items = IntStream.rangeClosed(0, Feed.MAX_ITEMS)
                .mapToObj(number -> "<item><title>t</title><link>https://times.example/" + number + "</link></item>")
                .collect(Collectors.joining());

        assertThat(read(rss(items)).items()).hasSize(Feed.MAX_ITEMS);
    }

    @Test
    void refusesEntitiesThatGrowAndWhatIsNoFeed() {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(level -> "<!ENTITY l" + level + " \"" + ("&l" + (level - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE rss [<!ENTITY l0 \"ha\">", "]>"));
        String bomb = rss("<item><title>&l9;</title><link>https://times.example/x</link></item>")
                .replace("<rss", laughs + "<rss");
        String outside = rss("<item><title>&f;</title></item>")
                .replace("<rss", "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss");

        for (String xml : new String[] {bomb, outside, "<html></html>", "no xml", ""}) {
            assertThatThrownBy(() -> read(xml))
                    .isInstanceOf(ArticleException.class)
                    .hasMessageContaining("is not a feed");
        }
    }
}
