package io.footnote.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft from a model's reply: one JSON object of the shape that the prompt asks for, alone or in a code fence,
 * and nothing beside it. It repairs nothing but white space and invisible characters. What a model says is missing is
 * not read: no sentence supports it, so it stays in the recorded reply.
 */
final class DraftReader {
    /** The most statements that are looked at; what comes after them is left out. */
    static final int MAX_STATEMENTS = 8;

    private DraftReader() {}

    /** What was read is no draft. */
    static final class NoDraftException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoDraftException() {
            super("the reply has not the shape of a draft");
        }
    }

    /**
     * What a draft's statements must look like.
     *
     * @param articleId the article whose sentences are numbered
     * @param foreign whether a text is plainly not in the article's language; only then is its gloss looked at, since
     *     any other text can be held against the article itself
     */
    record Shape(String articleId, Predicate<String> foreign) {

        /** @throws NoDraftException when it is anything else than a statement */
        Statement statement(JsonNode statement) {
            String text = visible(statement.path("text"));
            if (text == null || !statement.path("sentences").isArray()) {
                throw new NoDraftException();
            }
            List<Citation> citations = new ArrayList<>();
            for (JsonNode number : statement.path("sentences")) {
                if (!number.isInt()) {
                    throw new NoDraftException();
                }
                Citation citation = new Citation(articleId, number.intValue());
                if (!citations.contains(citation)) {
                    citations.add(citation);
                }
            }
            JsonNode written = statement.path("gloss");
            if (!written.isTextual() && !written.isNull() && !written.isMissingNode()) {
                throw new NoDraftException();
            }
            String gloss = visible(written);
            return new Statement(text, citations, gloss != null && foreign.test(text) ? gloss : null);
        }

        private static @Nullable String visible(JsonNode text) {
            String line = text.isTextual() ? Untrusted.line(text.textValue()) : "";
            return line.isEmpty() ? null : line;
        }
    }

    /** @throws DraftException when the reply is anything else */
    static Draft read(Reply reply, Shape shape) {
        try {
            JsonNode object = reply.object().orElseThrow(NoDraftException::new);
            if (!object.path("answerable").isBoolean()
                    || !object.path("statements").isArray()) {
                throw new NoDraftException();
            }
            boolean answerable = object.path("answerable").booleanValue();
            List<Statement> statements = new ArrayList<>();
            for (JsonNode statement : object.path("statements")) {
                Statement read = shape.statement(statement);
                if (statements.size() < MAX_STATEMENTS) {
                    statements.add(read);
                }
            }
            if (answerable == statements.isEmpty()) {
                throw new NoDraftException();
            }
            return new Draft(answerable, statements, reply.calls());
        } catch (NoDraftException e) {
            throw new DraftException(
                    "the language model's reply was not an answer that could be read.", true, reply.calls());
        }
    }
}
