package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way from a question to its answer, as the log keeps it. Immutable.
 *
 * @param kind what was done
 * @param about the statement or question it was done to, or null where it concerns the whole answer
 * @param reasons why, a clause each
 */
public record Step(Kind kind, @Nullable String about, List<String> reasons) {

    /** What was done. */
    public enum Kind {
        /** Editors had answered the same question before. */
        CORRECTED("answered by the editors"),
        /** A model wrote the follow-up as a question that stands by itself. */
        REWRITTEN("follow-up rewritten"),
        /** A model's rewriting was not taken; the rules resolved the follow-up. */
        NOT_REWRITTEN("rewriting not used"),
        /** The draft is one that was kept from the same prompt to the same model; it passed the gate again. */
        CACHED("draft from the cache"),
        /** A draft was kept, but no longer passes the gate; the model was asked anew. */
        CACHE_DROPPED("cached draft dropped"),
        /** A statement in another language was checked through its gloss. */
        GLOSSED("checked through its gloss"),
        /** A wrong pointer was replaced by a sentence that passes the whole gate. */
        RE_CITED("cited anew"),
        /** The model was asked once more, with the reasons. */
        REPAIR_ASKED("repair asked for"),
        /** The repair brought a statement that passes. */
        REPAIRED("repaired"),
        /** There was no repair. */
        REPAIR_FAILED("repair failed"),
        /** The model as judge gave no verdict; the gate's stands. */
        NOT_JUDGED("not judged"),
        /** A statement is not shown. */
        DROPPED("dropped"),
        /** The model's reply broke off; what had been checked stays. */
        BROKEN_OFF("reply broke off"),
        /** The question seems to be in another language than the articles, which the embedded drafter cannot bridge. */
        OTHER_LANGUAGE("question in another language"),
        /** The embedded drafter answered instead. */
        STOOD_IN("embedded answerer stood in");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In a few words, for a person. */
        public String words() {
            return words;
        }
    }

    /** Makes the list immutable. */
    public Step {
        reasons = List.copyOf(reasons);
    }

    static Step of(Kind kind, CheckedStatement checked) {
        return new Step(kind, checked.statement().text(), checked.reasons());
    }
}
