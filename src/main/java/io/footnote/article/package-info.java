/**
 * From a file to an {@link io.footnote.article.Article}: decoding, title, sentences with exact offsets.
 *
 * <pre>
 * bytes → text → title and blocks → sentences → Article
 * </pre>
 *
 * <p>It must not know who asks, how sentences are ranked, or where articles are kept.
 */
@NullMarked
package io.footnote.article;

import org.jspecify.annotations.NullMarked;
