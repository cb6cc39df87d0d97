package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RobotsTest {
    @Test
    void theLongestRuleDecidesAndAllowsOnTies() {
        Robots robots = Robots.parse("""
                User-agent: *
                Disallow: /private # not for programs
                Allow: /private/feed
                Disallow: /same
                Allow: /same
                Disallow: /*.zip$
                Disallow: /a*b*c
                """, "footnote");

        assertThat(robots.allows("/")).isTrue();
        assertThat(robots.allows("/private/page")).isFalse();
        assertThat(robots.allows("/private/feed.xml")).isTrue();
        assertThat(robots.allows("/same")).isTrue();
        assertThat(robots.allows("/x.zip")).isFalse();
        assertThat(robots.allows("/x.zip?y")).isTrue();
        assertThat(robots.allows("/a1b2c3")).isFalse();
        assertThat(robots.allows("/a1c2b3")).isTrue();
    }

    @Test
    void aGroupOfOurOwnTakesThePlaceOfTheGeneralOne() {
        String text = "User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-Agent: FootNote\nDisallow: /drafts\n";

        assertThat(Robots.parse(text, "footnote").allows("/feed")).isTrue();
        assertThat(Robots.parse(text, "footnote").allows("/drafts/1")).isFalse();
        assertThat(Robots.parse(text, "stranger").allows("/feed")).isFalse();
    }

    @Test
    void whatIsNoRuleAllowsEverything() {
        assertThat(Robots.parse("<html>not found</html>", "footnote").allows("/x"))
                .isTrue();
        assertThat(Robots.parse("User-agent: *\nDisallow:", "footnote").allows("/x"))
                .isTrue();
        assertThat(Robots.OPEN.allows("")).isTrue();
    }
}
