/**
 * Telegram's side of a conversation: updates come in, replies go out. The only package that uses {@code org.telegram}.
 *
 * <pre>
 * getUpdates → Inbox (stored, then acknowledged) → one lane per chat → Question → Answer → one message → sendMessage
 * </pre>
 *
 * <p>It must not know how sentences are ranked, how a draft is written or checked, or which database keeps the inbox.
 */
@NullMarked
package io.footnote.telegram;

import org.jspecify.annotations.NullMarked;
