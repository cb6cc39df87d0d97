package io.footnote.answer;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.json.async.NonBlockingJsonParserBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import io.footnote.model.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft while it comes, and hands over each statement as soon as its last brace is there. Statements are held
 * back until the draft has said that the article answers; with the first thing that is out of shape nothing more is
 * handed over, and {@link DraftReader} judges the whole reply in the end. For one thread.
 */
final class DraftStream {
    private static final String FENCE = "```";

    private final Consumer<Statement> written;
    private final DraftReader.Shape shape;
    private final NonBlockingJsonParserBase parser;
    private final ByteArrayFeeder feeder;
    private final StringBuilder opening = new StringBuilder();
    private final List<Statement> held = new ArrayList<>();
    private @Nullable TokenBuffer statement;
    private @Nullable Boolean answerable;
    private String field = "";
    private int depth;
    private int length;
    private int count;
    private char high;
    private boolean begun;
    private boolean over;

    /** @param written told each statement, in order, at most {@link DraftReader#MAX_STATEMENTS} */
    DraftStream(DraftReader.Shape shape, Consumer<Statement> written) {
        this.shape = shape;
        this.written = written;
        try {
            this.parser = (NonBlockingJsonParserBase) Reply.STRICT.getFactory().createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read yet", e);
        }
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** The next piece of the reply. */
    void add(String piece) {
        length += piece.length();
        over |= length > ModelCall.MAX_REPLY;
        if (over) {
            return;
        }
        if (begun) {
            feed(piece);
            return;
        }
        opening.append(piece);
        String start = opening.toString().stripLeading();
        if (start.isEmpty() || FENCE.startsWith(start)) {
            return;
        }
        if (!start.startsWith(FENCE)) {
            begun = true;
            feed(start);
        } else if (start.indexOf('\n') >= 0) {
            begun = true;
            feed(start.substring(start.indexOf('\n')));
        }
    }

    private void feed(String piece) {
        // a character outside the basic plane may come in two halves
        String text = high == 0 ? piece : high + piece;
        high = 0;
        if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            high = text.charAt(text.length() - 1);
            text = text.substring(0, text.length() - 1);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            feeder.feedInput(bytes, 0, bytes.length);
            JsonToken token = parser.nextToken();
            while (!over && token != null && token != JsonToken.NOT_AVAILABLE) {
                take(token);
                token = over ? null : parser.nextToken();
            }
        } catch (IOException | DraftReader.NoDraftException e) {
            over = true;
        }
    }

    private void take(JsonToken token) throws IOException {
        if (statement != null) {
            statement.copyCurrentEvent(parser);
        }
        if (token.isStructStart()) {
            depth++;
            if (depth == 3 && token == JsonToken.START_OBJECT && field.equals("statements")) {
                statement = new TokenBuffer(parser);
                statement.copyCurrentEvent(parser);
            }
        } else if (token.isStructEnd()) {
            depth--;
            if (depth == 2 && statement != null) {
                complete(statement);
                statement = null;
            }
            over |= depth == 0;
        } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
            field = parser.currentName();
        } else if (depth == 1 && field.equals("answerable")) {
            answerable = token == JsonToken.VALUE_TRUE;
            over |= !answerable;
            handOver();
        }
    }

    private void complete(TokenBuffer buffer) throws IOException {
        JsonNode node = Reply.STRICT.readTree(buffer.asParserOnFirstToken());
        held.add(shape.statement(node));
        handOver();
    }

    private void handOver() {
        if (Boolean.TRUE.equals(answerable)) {
            for (Statement one : held) {
                if (count < DraftReader.MAX_STATEMENTS) {
                    count++;
                    written.accept(one);
                }
            }
            held.clear();
        }
    }

    /** How many statements were handed over. */
    int count() {
        return count;
    }
}
