package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A text with its entities after parsing.
 *
 * @param text the text without markup, white space at both ends removed
 * @param source the text as it came
 * @param entities {@code MessageEntity} objects by offset, the longer first
 */
record FormattedText(String text, String source, ArrayNode entities) {}
