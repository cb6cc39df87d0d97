package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws chats as a client would show them, a page of HTML for each. Sources are drawn unfolded. */
final class ChatPages {
    private static final String STYLE = """
        body{margin:0;background:#d7e3c8;font:15px/1.35 "Noto Sans","DejaVu Sans",sans-serif}
        main{width:460px;margin:0 auto;padding:12px}
        .m{background:#fff;border-radius:12px;padding:7px 11px;margin:6px 70px 2px 0;white-space:pre-wrap;
          overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}
        .in{background:#e3f7c9;margin:6px 0 2px 70px}
        .k{display:flex;gap:4px;margin:2px 70px 2px 0}
        .k span{flex:1;background:#6f8f63cc;color:#fff;border-radius:8px;padding:6px 2px;text-align:center;
          font-size:13px}
        blockquote{margin:4px 0;padding:3px 8px;border-inline-start:3px solid #3390ec;background:#eef5fc;
          border-radius:4px;font-size:14px;unicode-bidi:plaintext}
        a{color:#168acd;text-decoration:none} h1{font-size:16px;text-align:center;color:#4a5b3f}
        """;

    private final FakeBotApi api;
    private final Map<Long, List<Line>> chats = new LinkedHashMap<>();

    private record Line(Instant at, String html) {}

    ChatPages(FakeBotApi api) {
        this.api = api;
    }

    /** Notes what a reader wrote. */
    synchronized void came(ObjectNode update) {
        JsonNode message = update.path("message");
        String text = message.path("text").asText();
        if (!text.isEmpty()) {
            String name = message.path("chat").path("id").asLong() < 0
                    ? "<b>" + escaped(message.path("from").path("first_name").asText()) + "</b>\n"
                    : "";
            chats.computeIfAbsent(message.path("chat").path("id").asLong(), id -> new ArrayList<>())
                    .add(new Line(Instant.now(), "<div class=\"m in\">" + name + escaped(text) + "</div>"));
        }
    }

    /** Writes a page for each chat. */
    synchronized void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<Long, List<Line>> chat : chats.entrySet()) {
            List<Line> lines = new ArrayList<>(chat.getValue());
            api.messagesTo(chat.getKey()).forEach(sent -> lines.add(new Line(sent.at(), drawn(sent))));
            lines.sort(Comparator.comparing(Line::at));
            StringBuilder page = new StringBuilder(
                    "<!doctype html><meta charset=\"utf-8\"><style>" + STYLE + "</style><main><h1>Footnote</h1>");
            lines.forEach(line -> page.append(line.html()).append('\n'));
            Files.writeString(
                    folder.resolve("chat" + chat.getKey() + ".html"), page + "</main>", StandardCharsets.UTF_8);
        }
    }

    private static String drawn(SentMessage sent) {
        StringBuilder html = new StringBuilder("<div class=\"m\">" + body(sent) + "</div>");
        for (JsonNode row : sent.arguments().at("/reply_markup/inline_keyboard")) {
            html.append("<div class=\"k\">");
            row.forEach(button -> html.append("<span>")
                    .append(escaped(button.path("text").asText()))
                    .append("</span>"));
            html.append("</div>");
        }
        return html.toString();
    }

    /** The text with Telegram's tags, which a browser knows too; a document's name and caption. */
    private static String body(SentMessage sent) {
        if (sent.arguments().has("caption")) {
            return "📄 footnote-data.json\n"
                    + escaped(sent.arguments().path("caption").asText());
        }
        boolean markup = sent.arguments().path("parse_mode").asText().equals("HTML");
        return markup ? sent.source().replace("\n\n<blockquote", "\n<blockquote") : escaped(sent.text());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
