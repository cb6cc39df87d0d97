package io.footnote.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What share of mutated statements was caught. Immutable.
 *
 * @param statements how many statements were looked at
 * @param refused how many of them were refused as they were
 * @param kinds for each kind how many mutations there were and how many were caught
 */
public record MutationFigures(int statements, int refused, List<Kind> kinds) {

    /**
     * Mutations of one kind.
     *
     * @param kind which
     * @param within whether replacements came from the evidence itself
     * @param mutations how many
     * @param caught how many were refused
     */
    public record Kind(MutationKind kind, boolean within, int mutations, int caught) {
        String label() {
            return kind.label() + (within ? "_within" : "");
        }

        double share() {
            return mutations == 0 ? 0 : (double) caught / mutations;
        }
    }

    /** Copies the list. */
    public MutationFigures {
        kinds = List.copyOf(kinds);
    }

    /** One object on one line; a share is null where there was nothing to share. */
    public String toJson(String name) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("name", name).put("statements", statements).put("refused", refused);
        object.put("untouched_refused", statements == 0 ? null : (Double) ((double) refused / statements));
        ObjectNode caught = object.putObject("caught");
        for (Kind kind : kinds) {
            caught.putObject(kind.label())
                    .put("mutations", kind.mutations())
                    .put("caught", kind.caught())
                    .put("share", kind.mutations() == 0 ? null : (Double) kind.share());
        }
        return object.toString();
    }

    /** A table for a terminal. */
    public String toTable(String name) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%s: %d statements, %d refused untouched%n", name, statements, refused));
        for (Kind kind : kinds) {
            if (kind.mutations() > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "  %-14s caught %4d of %4d  %.3f%n",
                        kind.label(),
                        kind.caught(),
                        kind.mutations(),
                        kind.share()));
            }
        }
        return table.toString();
    }
}
