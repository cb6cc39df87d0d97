package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws chats as a client would show them, a page of HTML for each. Quotations are drawn unfolded. */
final class ChatPages {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** How wide a page is, in pixels. */
    static final int WIDTH = 480;

    private static final String STYLE = """
        html{overflow:hidden}
        body{margin:0;background:#d5e2cd;font:15px/1.38 "Noto Sans","DejaVu Sans",sans-serif;color:#111}
        main{box-sizing:border-box;width:%dpx;margin:0 auto;padding:12px;display:flex;flex-direction:column}
        .m{background:#fff;border-radius:14px 14px 14px 4px;padding:7px 11px 5px;margin-top:8px;max-width:392px;
          align-self:flex-start;box-sizing:border-box;box-shadow:0 1px 1px #0002}
        .m.in{background:#effdde;border-radius:14px 14px 4px 14px;align-self:flex-end}
        .m.wide{width:392px}
        .t{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}
        .n{color:#3a7bc8;font-weight:bold;font-size:14px}
        .c{text-align:end;font-size:11px;color:#8aa08a;margin-top:1px}
        .r{border-inline-start:3px solid #6bb35f;background:#eef6ea;border-radius:4px;padding:2px 8px;margin:1px 0 4px;
          font-size:13px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
        .k{display:flex;gap:4px;margin-top:4px;width:392px}
        .k span{flex:1;background:#7d9c72;color:#fff;border-radius:9px;padding:7px 4px;text-align:center;font-size:13px;
          font-weight:500}
        blockquote{margin:5px 0 2px;padding:4px 9px;border-inline-start:3px solid #3390ec;background:#eaf2fb;
          border-radius:4px;font-size:14px;unicode-bidi:plaintext}
        a{color:#168acd;text-decoration:none}
        """.formatted(WIDTH);

    private final FakeBotApi api;
    private final Map<Long, Map<Integer, Said>> chats = new LinkedHashMap<>();
    private final Map<String, String> pages = new LinkedHashMap<>();

    /** What a reader wrote. */
    private record Said(Instant at, String name, String text) {}

    private record Line(Instant at, String html) {}

    ChatPages(FakeBotApi api) {
        this.api = api;
    }

    /**
     * Notes what a reader wrote, or wrote anew.
     *
     * @param number the message's number in its chat
     */
    synchronized void came(ObjectNode update, int number) {
        JsonNode message = update.has("edited_message") ? update.path("edited_message") : update.path("message");
        // a client shows nothing of what a link carries
        String text = message.path("text").asText().replaceFirst("^/start .*", "/start");
        if (!text.isEmpty()) {
            long chat = message.path("chat").path("id").asLong();
            String name = chat < 0 ? message.path("from").path("first_name").asText() : "";
            Map<Integer, Said> lines = chats.computeIfAbsent(chat, id -> new LinkedHashMap<>());
            Said before = lines.get(number);
            lines.put(number, new Said(before == null ? Instant.now() : before.at(), name, text));
        }
    }

    /**
     * Keeps a page with the last messages of a chat as they stand now.
     *
     * @param last how many
     */
    synchronized void scene(String name, long chat, int last) {
        List<Line> lines = lines(chat);
        pages.put(name, page(lines.subList(Math.max(0, lines.size() - last), lines.size())));
    }

    /** Writes the scenes, and a page for each chat as it stands. Returns the files. */
    synchronized List<Path> write(Path folder) throws IOException {
        chats.keySet().forEach(chat -> pages.put("chat" + chat, page(lines(chat))));
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = folder.resolve(page.getKey() + ".html");
            written.add(Files.writeString(file, page.getValue(), StandardCharsets.UTF_8));
        }
        return written;
    }

    private List<Line> lines(long chat) {
        List<Line> lines = new ArrayList<>();
        chats.getOrDefault(chat, Map.of())
                .values()
                .forEach(said -> lines.add(new Line(
                        said.at(),
                        "<div class=\"m in\">"
                                + (said.name().isEmpty() ? "" : "<div class=\"n\">" + escaped(said.name()) + "</div>")
                                + "<div class=\"t\">" + escaped(said.text()) + "</div>" + clock(said.at(), "")
                                + "</div>")));
        api.messagesTo(chat).stream()
                .filter(sent -> !sent.deleted())
                .forEach(sent -> lines.add(new Line(sent.at(), drawn(sent))));
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    private static String page(List<Line> lines) {
        StringBuilder page =
                new StringBuilder("<!doctype html><meta charset=\"utf-8\"><style>" + STYLE + "</style><main>\n");
        lines.forEach(line -> page.append(line.html()).append('\n'));
        return page + "</main>\n";
    }

    private String drawn(SentMessage sent) {
        JsonNode keyboard = sent.arguments().at("/reply_markup/inline_keyboard");
        StringBuilder html = new StringBuilder(keyboard.isEmpty() ? "<div class=\"m\">" : "<div class=\"m wide\">");
        html.append("<div class=\"n\">Footnote</div>");
        repliedTo(sent)
                .ifPresent(text -> html.append("<div class=\"r\" dir=\"auto\">")
                        .append(escaped(text))
                        .append("</div>"));
        html.append("<div class=\"t\">").append(body(sent)).append("</div>");
        html.append(clock(sent.at(), sent.edits() > 0 && keyboard.isEmpty() ? "edited " : ""))
                .append("</div>");
        for (JsonNode row : keyboard) {
            html.append("<div class=\"k\">");
            row.forEach(button -> html.append("<span>")
                    .append(escaped(button.path("text").asText()))
                    .append("</span>"));
            html.append("</div>");
        }
        return html.toString();
    }

    private Optional<String> repliedTo(SentMessage sent) {
        int number = sent.arguments().at("/reply_parameters/message_id").asInt();
        return Optional.ofNullable(chats.getOrDefault(sent.chatId(), Map.of()).get(number))
                .map(Said::text);
    }

    private static String clock(Instant at, String edited) {
        return "<div class=\"c\">" + edited + CLOCK.format(at) + "</div>";
    }

    /** The text with Telegram's tags, which a browser knows too; a document's name and caption. */
    private static String body(SentMessage sent) {
        if (sent.arguments().has("caption")) {
            return "📄 footnote-data.json\n"
                    + escaped(sent.arguments().path("caption").asText());
        }
        boolean markup = sent.arguments().path("parse_mode").asText().equalsIgnoreCase("HTML");
        return markup ? sent.source().replace("\n\n<blockquote", "<blockquote") : escaped(sent.text());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
