package io.footnote.evaluation;

import java.nio.file.Path;

/**
 * A web page and the article in it. Immutable.
 *
 * @param id the page's name in its data set
 * @param url where it was
 * @param body the article's text
 * @param file the page itself, gzipped HTML
 */
public record GoldPage(String id, String url, String body, Path file) {}
