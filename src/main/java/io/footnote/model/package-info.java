/**
 * Chat models by configuration: prompts, and calls that are recorded with tokens and time and are held to a deadline and
 * to capped retries.
 *
 * <pre>
 * prompt + values → ChatModel over HTTP → reply text → recorded call: model, prompt hash, tokens, time, outcome
 * </pre>
 *
 * <p>It must not know of articles, of answers, or of what a reply is used for: it knows no other package of ours.
 */
@NullMarked
package io.footnote.model;

import org.jspecify.annotations.NullMarked;
