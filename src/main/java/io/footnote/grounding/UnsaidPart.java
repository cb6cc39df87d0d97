package io.footnote.grounding;

import io.footnote.grounding.Alignment.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of a claim, such as a clause hung on to it, of which the evidence has not one word. */
final class UnsaidPart {

    /** A part of fewer content words may be a turn of phrase. */
    private static final int SHORTEST = 2;
    /** The same against a whole text, which summaries put in words of their own. */
    private static final int SHORTEST_OF_TEXT = 3;

    private UnsaidPart() {}

    /** The first such part, where the evidence has something of another one. */
    static Optional<Finding> in(Alignment alignment, List<Segments.Segment> parts, Evidence evidence) {
        if (parts.size() < 2 || alignment.links().stream().noneMatch(SupportFeatures::said)) {
            return Optional.empty();
        }
        int shortest = evidence.isText() ? SHORTEST_OF_TEXT : SHORTEST;
        for (Segments.Segment part : parts) {
            List<Link> links = alignment.links().stream()
                    .filter(link -> link.index() >= part.first() && link.index() <= part.last())
                    .toList();
            boolean unsaid = links.stream()
                    .noneMatch(link ->
                            SupportFeatures.said(link) || evidence.keys().contains(alignment.key(link)));
            if (links.size() >= shortest && unsaid) {
                String words =
                        links.stream().map(link -> alignment.word(link).text()).collect(Collectors.joining(", "));
                return Optional.of(Finding.missing("nothing of this part is in the evidence: " + words));
            }
        }
        return Optional.empty();
    }
}
