package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Telegram's HTML parse mode: the tags of the documentation, four named entities, and the refusals in Telegram's words
 * with the offset in UTF-8 bytes. Not thread-safe; one instance parses one text.
 */
final class TelegramHtml {
    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "tg-time",
            "span",
            "pre",
            "code",
            "blockquote");
    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "tg", "ton", "tonsite", "mailto");
    private static final char END = 0;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<OpenTag> open = new ArrayDeque<>();
    private final List<ObjectNode> entities = new ArrayList<>();
    private int at;

    private record OpenTag(String name, String argument, int offset) {}

    private TelegramHtml(String html) {
        this.html = html;
    }

    /**
     * Parses a text.
     *
     * @throws BotApiError when the markup is not Telegram's
     */
    static FormattedText parse(String html) throws BotApiError {
        return new TelegramHtml(html).parse();
    }

    /** A text without markup. */
    static FormattedText plain(String text, ArrayNode entities) {
        return trimmed(text, text, entities);
    }

    private FormattedText parse() throws BotApiError {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '&') {
                int code = characterReference();
                if (code == 0) {
                    text.append(html.charAt(at++));
                } else {
                    text.appendCodePoint(code);
                }
            } else if (c == '<') {
                if (charAt(at + 1) == '/') {
                    endTag();
                } else {
                    startTag();
                }
            } else {
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw refusal("Can't find end tag corresponding to start tag \""
                    + open.getLast().name() + '"');
        }
        entities.sort(Comparator.comparingInt(
                        (ObjectNode entity) -> entity.path("offset").asInt())
                .thenComparing(entity -> entity.path("length").asInt(), Comparator.reverseOrder()));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        sorted.addAll(entities);
        return trimmed(text.toString(), html, sorted);
    }

    private void startTag() throws BotApiError {
        int begin = at++;
        String name = nameUntil(">");
        if (charAt(at) == END) {
            throw refusal("Unclosed start tag at byte offset " + bytes(begin));
        }
        if (!TAGS.contains(name)) {
            throw refusal("Unsupported start tag \"" + name + "\" at byte offset " + bytes(begin));
        }
        String argument = "";
        while (charAt(at) != '>') {
            skipSpace();
            if (charAt(at) == '>') {
                break;
            }
            argument = attribute(name, begin, argument);
        }
        at++;
        if (name.equals("span") && !argument.equals("tg-spoiler")) {
            throw refusal("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(begin));
        }
        open.addLast(new OpenTag(name, argument, text.length()));
    }

    /** Reads one attribute and returns the tag's argument so far: the value of the attribute that matters to it. */
    private String attribute(String tag, int begin, String argument) throws BotApiError {
        String attribute = nameUntil("=>");
        if (attribute.isEmpty()) {
            throw refusal("Empty attribute name in the tag \"" + tag + "\" at byte offset " + bytes(begin));
        }
        skipSpace();
        if (charAt(at) != '=') {
            if (tag.equals("blockquote") && attribute.equals("expandable")) {
                return attribute;
            }
            throw refusal("Expected equal sign in declaration of an attribute of the tag \"" + tag
                    + "\" at byte offset " + bytes(begin));
        }
        at++;
        skipSpace();
        String value = attributeValue();
        if (charAt(at) == END) {
            throw refusal("Unclosed start tag at byte offset " + bytes(begin));
        }
        boolean matters = switch (tag) {
            case "a" -> attribute.equals("href");
            case "code", "span" -> attribute.equals("class");
            case "tg-emoji" -> attribute.equals("emoji-id");
            case "blockquote" -> attribute.equals("expandable");
            default -> false;
        };
        if (!matters) {
            return argument;
        }
        return tag.equals("blockquote") ? "expandable" : value;
    }

    private String attributeValue() throws BotApiError {
        char quote = charAt(at);
        StringBuilder value = new StringBuilder();
        if (quote != '"' && quote != '\'') {
            int begin = at;
            while (isNameToken(charAt(at))) {
                value.append(html.charAt(at++));
            }
            if (!isSpace(charAt(at)) && charAt(at) != '>') {
                throw refusal("Unexpected end of name token at byte offset " + bytes(begin));
            }
            return value.toString().toLowerCase(Locale.ROOT);
        }
        at++;
        while (charAt(at) != quote && charAt(at) != END) {
            int code = charAt(at) == '&' ? characterReference() : 0;
            if (code == 0) {
                value.append(html.charAt(at++));
            } else {
                value.appendCodePoint(code);
            }
        }
        if (charAt(at) == quote) {
            at++;
        }
        return value.toString();
    }

    private void endTag() throws BotApiError {
        int begin = at;
        if (open.isEmpty()) {
            throw refusal("Unexpected end tag at byte offset " + bytes(begin));
        }
        at += 2;
        String name = nameUntil(">");
        skipSpace();
        if (charAt(at) != '>') {
            throw refusal("Unclosed end tag at byte offset " + bytes(begin));
        }
        at++;
        OpenTag tag = open.removeLast();
        if (!name.isEmpty() && !name.equals(tag.name())) {
            throw refusal("Unmatched end tag at byte offset " + bytes(begin) + ", expected \"</" + tag.name()
                    + ">\", found \"</" + name + ">\"");
        }
        if (text.length() > tag.offset()) {
            addEntity(tag);
        }
    }

    private void addEntity(OpenTag tag) {
        String type = switch (tag.name()) {
            case "b", "strong" -> "bold";
            case "i", "em" -> "italic";
            case "u", "ins" -> "underline";
            case "s", "strike", "del" -> "strikethrough";
            case "a" -> "text_link";
            case "tg-emoji" -> "custom_emoji";
            case "tg-time" -> "date_time";
            case "pre", "code" -> tag.name();
            case "blockquote" -> tag.argument().isEmpty() ? "blockquote" : "expandable_blockquote";
            default -> "spoiler";
        };
        ObjectNode entity = entity(type, tag.offset(), text.length() - tag.offset());
        if (type.equals("text_link")) {
            String url = tag.argument().isEmpty() ? text.substring(tag.offset()) : tag.argument();
            if (!isLink(url)) {
                return; // Telegram keeps the words and leaves the link out
            }
            entity.put("url", url);
        } else if (type.equals("custom_emoji")) {
            entity.put("custom_emoji_id", tag.argument());
        }
        entities.add(entity);
    }

    private static ObjectNode entity(String type, int offset, int length) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("offset", offset)
                .put("length", length);
    }

    private static boolean isLink(String url) {
        int colon = url.indexOf(':');
        return colon > 0
                && LINK_SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))
                && url.length() > colon + 3;
    }

    /** Decodes the reference at the current place and moves behind it, or returns 0 and stays. */
    private int characterReference() {
        int end = at + 1;
        int code = 0;
        if (charAt(end) == '#') {
            int radix = charAt(end + 1) == 'x' ? 16 : 10;
            end += radix == 16 ? 2 : 1;
            int digits = end;
            while (Character.digit(charAt(end), radix) >= 0 && end - digits < 8) {
                code = code * radix + Character.digit(charAt(end++), radix);
            }
            if (code <= 0 || code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
                return 0;
            }
        } else {
            while (isLetter(charAt(end))) {
                end++;
            }
            code = switch (html.substring(at + 1, end)) {
                case "lt" -> '<';
                case "gt" -> '>';
                case "amp" -> '&';
                case "quot" -> '"';
                default -> 0;
            };
            if (code == 0) {
                return 0;
            }
        }
        at = charAt(end) == ';' ? end + 1 : end;
        return code;
    }

    private String nameUntil(String stops) {
        int begin = at;
        while (charAt(at) != END && !isSpace(charAt(at)) && stops.indexOf(charAt(at)) < 0) {
            at++;
        }
        return html.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private void skipSpace() {
        while (isSpace(charAt(at))) {
            at++;
        }
    }

    private char charAt(int index) {
        return index < html.length() ? html.charAt(index) : END;
    }

    private int bytes(int index) {
        return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u000B';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNameToken(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    private static BotApiError refusal(String reason) {
        return BotApiError.badRequest("can't parse entities: " + reason);
    }

    private static FormattedText trimmed(String text, String source, ArrayNode entities) {
        String withoutTail = text.stripTrailing();
        String stripped = withoutTail.stripLeading();
        int shift = withoutTail.length() - stripped.length();
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        entities.forEach(entity -> {
            int begin = Math.max(0, entity.path("offset").asInt() - shift);
            int end = Math.min(
                    stripped.length(),
                    entity.path("offset").asInt() + entity.path("length").asInt() - shift);
            if (end > begin && entity instanceof ObjectNode object) {
                kept.add(object.deepCopy().put("offset", begin).put("length", end - begin));
            }
        });
        return new FormattedText(stripped, source, kept);
    }
}
