package io.footnote.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article in JSON-LD, by schema.org's names. Malformed data counts as none. Immutable.
 */
final class StructuredData {
    private static final int MAX_SCRIPTS = 50;
    private static final int MAX_LENGTH = 2_000_000;
    private static final int MAX_DEPTH = 6;
    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "Report",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
            "BackgroundNewsArticle",
            "LiveBlogPosting",
            "TechArticle",
            "ScholarlyArticle",
            "SocialMediaPosting",
            "Review",
            "Recipe",
            "ClaimReview",
            "WebPage");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final List<JsonNode> articles;

    private StructuredData(List<JsonNode> articles) {
        this.articles = List.copyOf(articles);
    }

    /** Reads the page's data. */
    static StructuredData of(Document page) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]").stream()
                .limit(MAX_SCRIPTS)
                .toList()) {
            String data = script.data();
            if (data.length() <= MAX_LENGTH) {
                collect(parse(data), articles, 0);
            }
        }
        articles.sort((one, other) -> Boolean.compare(isWebPage(one), isWebPage(other)));
        return new StructuredData(articles);
    }

    private static @Nullable JsonNode parse(String data) {
        try {
            return JSON.readTree(data.strip());
        } catch (JsonProcessingException e) {
            return null; // a page's mistake; its markup still speaks
        }
    }

    private static void collect(@Nullable JsonNode node, List<JsonNode> articles, int depth) {
        if (node == null || depth > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> collect(one, articles, depth + 1));
        } else if (node.isObject()) {
            if (isArticle(node.path("@type"))) {
                articles.add(node);
            }
            collect(node.get("@graph"), articles, depth + 1);
            collect(node.get("mainEntity"), articles, depth + 1);
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (ARTICLES.contains(one.asText())) {
                    return true;
                }
            }
        }
        return ARTICLES.contains(type.asText().replaceFirst("^https?://schema.org/", ""));
    }

    private static boolean isWebPage(JsonNode article) {
        return article.path("@type").asText().endsWith("WebPage");
    }

    /** The first text under one of the names, in their order; or null. */
    @Nullable
    String text(String... names) {
        for (String name : names) {
            for (JsonNode article : articles) {
                String text = textOf(article.path(name));
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The names of the people or organisations under a name, without repeats; empty when there are none. */
    List<String> names(String name) {
        for (JsonNode article : articles) {
            List<String> names = new ArrayList<>();
            JsonNode value = article.path(name);
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                String text = textOf(one.isObject() ? one.path("name") : one);
                if (text != null && !names.contains(text)) {
                    names.add(text);
                }
            }
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static @Nullable String textOf(JsonNode value) {
        JsonNode one = value.isArray() ? value.path(0) : value;
        String text = one.isObject() ? one.path("@id").asText("") : one.asText("");
        return text.isBlank() ? null : text.strip();
    }
}
