package io.footnote.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article: first in JSON-LD, then in OpenGraph and other metadata, then on the page. Immutable.
 *
 * @param title the headline without the site's name, or null
 * @param publication who and when
 * @param language as a BCP 47 tag, or null
 * @param url the canonical address, http or https, or null
 * @param statements what helps to find the body
 */
record PageMetadata(
        @Nullable String title,
        Publication publication,
        @Nullable String language,
        @Nullable String url,
        PageStatements statements) {
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_NAME = 200;
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»:-]\\s+|\\s*\\|\\s*");
    private static final Pattern BY = Pattern.compile("(?i)^(?:written )?by:?\\s+");
    /** Bylines on pages go on with an account's name or a date. */
    private static final Pattern AFTER_NAMES =
            Pattern.compile("[\\s,|•·-]+(?:@\\w|(?:on )?\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}|\\d{1,2}[./:]\\d).*$");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*");

    /** Reads a page before it is cleaned; {@code address} is where it was, or null. */
    static PageMetadata of(Document page, @Nullable String address) {
        StructuredData data = StructuredData.of(page);
        String site = first(nameOf(data, "publisher"), meta(page, "og:site_name"));
        String title = title(page, data, site);
        String body = data.text("articleBody");
        String summary = first(data.text("description"), meta(page, "og:description"), meta(page, "description"));
        return new PageMetadata(
                title,
                new Publication(
                        byline(page, data),
                        site == null ? null : limited(site, LONGEST_NAME),
                        PageTime.parse(first(
                                data.text("datePublished"),
                                meta(page, "article:published_time"),
                                itemOf(page, "datePublished"),
                                meta(page, "parsely-pub-date"),
                                meta(page, "date"),
                                meta(page, "pubdate"),
                                meta(page, "dc.date"),
                                time(page))),
                        PageTime.parse(first(
                                data.text("dateModified"),
                                meta(page, "article:modified_time"),
                                itemOf(page, "dateModified"),
                                meta(page, "og:updated_time")))),
                language(page, data),
                url(page, data, address),
                new PageStatements(
                        lettersOf(body), lettersOf(summary), title == null ? "" : PageStatements.lettersOf(title)));
    }

    /** Structured data may hold markup. */
    private static String lettersOf(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return PageStatements.lettersOf(
                text.indexOf('<') >= 0 ? Jsoup.parse(text).text() : text);
    }

    /**
     * The headline on the page where it agrees with one that the data state, otherwise the stated one, otherwise the
     * page's only main heading, otherwise the name of the window without the site's.
     */
    private static @Nullable String title(Document page, StructuredData data, @Nullable String site) {
        String stated = first(data.text("headline"), meta(page, "og:title"), meta(page, "twitter:title"));
        List<String> headings = page.select("h1").stream()
                .map(heading -> PageBlocks.collapse(heading.text()))
                .filter(heading -> !heading.isEmpty() && heading.length() <= LONGEST_TITLE)
                .toList();
        String window = PageBlocks.collapse(page.title());
        String other = stated == null
                ? window
                : PageBlocks.collapse(Jsoup.parse(stated).text());
        for (String heading : headings) {
            if (agree(heading, other) || agree(heading, window)) {
                return heading;
            }
        }
        if (stated == null && headings.size() == 1) {
            return headings.getFirst();
        }
        String title = withoutSite(other, site, stated == null);
        return title.isBlank() ? null : limited(title, LONGEST_TITLE);
    }

    /** Whether a heading is the stated title, but for the name of the site behind it. */
    private static boolean agree(String heading, String stated) {
        String one = PageStatements.lettersOf(heading);
        String other = PageStatements.lettersOf(stated);
        return one.length() >= 8 && (other.startsWith(one) || one.equals(other));
    }

    /** The name behind the last dash or bar goes where the site bears it, or where a window is called so. */
    private static String withoutSite(String title, @Nullable String site, boolean window) {
        String[] parts = SITE.split(title);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        String head = title.substring(0, title.lastIndexOf(last)).replaceAll("[\\s|–—·»:-]+$", "");
        boolean names = site != null && PageStatements.lettersOf(site).equals(PageStatements.lettersOf(last));
        boolean shortTail = window
                && BlockFeatures.wordsIn(last) <= 4
                && BlockFeatures.wordsIn(head) >= 3
                && head.length() > last.length();
        return names || shortTail ? head : title;
    }

    private static @Nullable String byline(Document page, StructuredData data) {
        List<String> names = new ArrayList<>(data.names("author"));
        if (names.isEmpty()) {
            page.select("meta[name=author], meta[property=article:author], meta[name=parsely-author]").stream()
                    .map(meta -> meta.attr("content").strip())
                    .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                    .limit(1)
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            page.select("[rel=author], [itemprop=author], .byline, .author-name, .author").stream()
                    .map(element -> PageBlocks.collapse(element.text()))
                    .filter(name -> !name.isEmpty() && name.length() <= 80)
                    .limit(1)
                    .forEach(names::add);
        }
        String joined = AFTER_NAMES
                .matcher(BY.matcher(PageBlocks.collapse(String.join(", ", names)))
                        .replaceFirst(""))
                .replaceFirst("");
        return joined.isBlank() ? null : limited(joined, LONGEST_NAME);
    }

    private static @Nullable String nameOf(StructuredData data, String role) {
        List<String> names = data.names(role);
        return names.isEmpty() ? null : PageBlocks.collapse(names.getFirst());
    }

    private static @Nullable String language(Document page, StructuredData data) {
        Element root = page.selectFirst("html");
        String claimed =
                first(root == null ? null : root.attr("lang"), data.text("inLanguage"), meta(page, "og:locale"));
        if (claimed == null || !TAG.matcher(claimed.strip()).matches()) {
            return null;
        }
        String tag = Locale.forLanguageTag(claimed.strip().replace('_', '-')).getLanguage();
        return tag.isEmpty() || tag.equals("und") ? null : tag;
    }

    private static @Nullable String url(Document page, StructuredData data, @Nullable String address) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        for (String candidate : new String[] {
            link == null ? "" : link.absUrl("href"),
            link == null ? "" : link.attr("href"),
            orEmpty(meta(page, "og:url")),
            orEmpty(data.text("mainEntityOfPage", "url")),
            orEmpty(address)
        }) {
            if (isWebAddress(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String meta(Document page, String name) {
        for (Element meta : page.select("meta[property], meta[name]")) {
            if ((meta.attr("property").equalsIgnoreCase(name)
                            || meta.attr("name").equalsIgnoreCase(name))
                    && !meta.attr("content").isBlank()) {
                return meta.attr("content").strip();
            }
        }
        return null;
    }

    private static @Nullable String itemOf(Document page, String property) {
        Element item = page.selectFirst("[itemprop=" + property + "]");
        return item == null ? null : first(item.attr("datetime"), item.attr("content"));
    }

    private static @Nullable String time(Document page) {
        Element time = page.selectFirst("article time[datetime], header time[datetime], time[pubdate][datetime]");
        return time == null ? null : time.attr("datetime");
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }

    private static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }
}
