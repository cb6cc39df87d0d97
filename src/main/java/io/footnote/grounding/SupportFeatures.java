package io.footnote.grounding;

import io.footnote.grounding.Alignment.Link;
import io.footnote.grounding.Alignment.Relation;
import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What speaks for and against a claim, as numbers: what the rules found, how much of it the evidence repeats, how near
 * its content words come in meaning, each word class by itself, in which order, and how both are put. docs/grounding.md
 * lists them. For one claim and one thread.
 */
final class SupportFeatures {

    /** Beyond that, more of the same says nothing new. */
    static final double MOST = 3;
    /** A word this near counts as said. */
    private static final double SAID = 0.75;
    /** What a word counts as near that is said by a synonym. */
    private static final double ALIKE = 0.95;
    /** What stands in for the nearness of repeated words where none is repeated. */
    private static final double NO_REPETITION = 0.7;

    /** A claim of so many content words besides names is brief. */
    private static final int MOST_OF_BRIEF = 4;

    private static final int MOST_GAP = 10;
    private static final Set<String> MODALS =
            Set.of("may", "might", "could", "would", "can", "will", "shall", "should", "must");
    private static final Set<String> LIMITS =
            Set.of("only", "exclusively", "solely", "merely", "just", "incapable", "yet", "never");
    private static final Set<String> SPEAKERS = Set.of("i", "we", "you", "my", "me");

    private final Lexicon lexicon;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private SupportFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The names of all features in the order of their values. */
    static List<String> names() {
        return NAMES;
    }

    private static final List<String> PLAIN = List.of(
            ("number_missing number_conflict number_elsewhere date_missing date_conflict date_elsewhere name_missing"
                            + " name_conflict name_elsewhere quotation_missing quotation_conflict quotation_elsewhere"
                            + " negation_missing negation_conflict negation_elsewhere coverage coverage_said coverage_order words"
                            + " sentences long reversed antonyms repeated_weakest repeated_mean weakest weakest_second"
                            + " weakest_third nearness unmet unmet_mean weakest_alike noun_weakest noun_unmet noun_unmet_count"
                            + " verb_weakest verb_unmet verb_unmet_count name_weakest name_unmet name_unmet_count modifier_weakest"
                            + " modifier_unmet modifier_unmet_count number_weakest number_unmet number_unmet_count last_nearness"
                            + " last_said first_nearness first_said broader narrower inversions gap sentences_used back_nearness"
                            + " back_weakest claim_denies evidence_denies denial_differs modal_left_out modal_added limits speaker"
                            + " asks cosine claim_denials evidence_denials denials_differ denied_otherwise roles_reversed"
                            + " roles_agreed roles_odd modality part_said part_nearness part_run sisters substituted inserted"
                            + " copied copied_unsaid copied_moved moved")
                    .split(" "));

    /** What counts otherwise in a brief claim than in a longer one. */
    private static final List<String> IN_BRIEF = List.of(
            ("number_missing number_conflict number_elsewhere date_missing name_missing name_elsewhere negation_missing"
                            + " negation_conflict coverage coverage_said weakest weakest_second nearness weakest_alike"
                            + " noun_unmet verb_unmet name_unmet modifier_unmet part_said part_nearness part_run"
                            + " antonyms copied unmet cosine back_nearness denials_differ claim_denials repeated_mean")
                    .split(" "));

    private static final String BRIEF = "brief_";

    private static final List<String> NAMES =
            Stream.concat(PLAIN.stream(), IN_BRIEF.stream().map(BRIEF::concat)).toList();

    /**
     * The values of all features.
     *
     * @param found what each rule found, by the rule's name in {@link #NAMES}
     * @param chosen the sentences of the evidence that were read closely, at least one
     */
    static double[] of(
            Claim claim,
            Evidence evidence,
            Map<String, List<Finding>> found,
            Coverage coverage,
            ReadSentence read,
            List<ReadSentence> chosen,
            Alignment alignment,
            WordNet net,
            Lexicon lexicon) {
        SupportFeatures features = new SupportFeatures(lexicon);
        found.forEach(features::putFindings);
        features.putCoverage(coverage, evidence);
        features.put("reversed", Roles.reversed(read.words(), chosen) ? 1 : 0);
        features.putNearness(alignment);
        features.putClasses(alignment);
        features.putOrder(alignment);
        features.putBackwards(alignment.backwards(lexicon));
        features.putManner(claim, read, chosen, evidence);
        features.put("cosine", cosine(read, chosen));
        features.putRoles(RoleOrder.of(read, evidence, net));
        features.put("modality", Modality.assertedBeyond(read.words(), chosen).isPresent() ? 1 : 0);
        features.putDenials(alignment, read, chosen);
        new StructureFeatures(alignment, chosen, net).put(Segments.of(read, lexicon), features::put);
        if (coverage.count() <= MOST_OF_BRIEF) {
            IN_BRIEF.forEach(name -> features.put(BRIEF + name, features.values.getOrDefault(name, 0.0)));
        }
        return NAMES.stream()
                .mapToDouble(name -> features.values.getOrDefault(name, 0.0))
                .toArray();
    }

    private void put(String name, double value) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("name must be a feature, got " + name);
        }
        values.put(name, value);
    }

    private void putFindings(String rule, List<Finding> findings) {
        long conflicts = findings.stream().filter(Finding::conflict).count();
        long elsewhere = findings.stream().filter(Finding::elsewhere).count();
        put(rule + "_conflict", Math.min(2, conflicts));
        put(rule + "_elsewhere", Math.min(2, elsewhere));
        put(rule + "_missing", Math.min(2, findings.size() - conflicts - elsewhere));
    }

    private void putCoverage(Coverage coverage, Evidence evidence) {
        put("coverage", coverage.words());
        put("coverage_said", coverage.said());
        put("coverage_order", coverage.order());
        put("words", Math.log1p(coverage.count()));
        put("sentences", Math.log(Math.max(1, evidence.sentences().size())));
        put("long", evidence.isText() ? 1 : 0);
    }

    private void putNearness(Alignment alignment) {
        List<Link> links = alignment.links();
        double[] near = links.stream().mapToDouble(Link::nearness).sorted().toArray();
        put(
                "antonyms",
                Math.min(
                        2,
                        links.stream().filter(link -> link.opposite() != null).count()));
        double[] repeated = links.stream()
                .filter(link -> link.relation() == Relation.SAME)
                .mapToDouble(Link::nearness)
                .toArray();
        put("repeated_weakest", Arrays.stream(repeated).min().orElse(1));
        put("repeated_mean", Arrays.stream(repeated).average().orElse(NO_REPETITION));
        put("weakest", nth(near, 0));
        put("weakest_second", nth(near, 1));
        put("weakest_third", nth(near, 2));
        put("nearness", Arrays.stream(near).average().orElse(1));
        put("unmet", Arrays.stream(near).map(SupportFeatures::unmet).sum());
        put(
                "unmet_mean",
                Arrays.stream(near).map(SupportFeatures::unmet).average().orElse(0));
        put("weakest_alike", least(links, SupportFeatures::alike));
        put("broader", count(links, Relation.BROADER));
        put("narrower", count(links, Relation.NARROWER));
        if (links.isEmpty()) {
            Stream.of("last_nearness", "last_said", "first_nearness", "first_said")
                    .forEach(name -> put(name, 1));
        } else {
            put("last_nearness", links.getLast().nearness());
            put("last_said", said(links.getLast()) ? 1 : 0);
            put("first_nearness", links.getFirst().nearness());
            put("first_said", said(links.getFirst()) ? 1 : 0);
        }
    }

    private static double unmet(double nearness) {
        return Math.max(0, SAID - nearness);
    }

    private static double nth(double[] sorted, int index) {
        return sorted.length == 0 ? 1 : sorted[Math.min(index, sorted.length - 1)];
    }

    static double alike(Link link) {
        return switch (link.relation()) {
            case SAME -> 1;
            case ALIKE -> ALIKE;
            default -> link.nearness();
        };
    }

    static boolean said(Link link) {
        return link.relation().compareTo(Relation.ALIKE) >= 0;
    }

    private static double least(Collection<Link> links, ToDoubleFunction<Link> value) {
        return links.stream().mapToDouble(value).min().orElse(1);
    }

    private static double count(List<Link> links, Relation relation) {
        return Math.min(
                MOST, links.stream().filter(link -> link.relation() == relation).count());
    }

    private void putClasses(Alignment alignment) {
        Map<String, List<Link>> classes =
                alignment.links().stream().collect(Collectors.groupingBy(link -> classOf(alignment.word(link))));
        for (String name : List.of("noun", "verb", "name", "modifier", "number")) {
            List<Link> links = classes.getOrDefault(name, List.of());
            long unmet = links.stream().filter(link -> !said(link)).count();
            put(name + "_weakest", least(links, link -> link.relation() == Relation.SAME ? 1 : link.nearness()));
            put(name + "_unmet", links.isEmpty() ? 0 : (double) unmet / links.size());
            put(name + "_unmet_count", Math.min(MOST, unmet));
        }
    }

    private static String classOf(TaggedWord word) {
        return switch (word.tag()) {
            case VERB, AUX -> "verb";
            case PROPN -> "name";
            case ADJ, ADV -> "modifier";
            case NUM -> "number";
            default -> "noun";
        };
    }

    /** Whether words that follow each other in the claim do so in the evidence. */
    private void putOrder(Alignment alignment) {
        List<Link> links = alignment.links();
        int pairs = 0;
        int inversions = 0;
        double gap = 0;
        for (int index = 0; index + 1 < links.size(); index++) {
            Link one = links.get(index);
            Link next = links.get(index + 1);
            if (one.relation() == Relation.SAME
                    && next.relation() == Relation.SAME
                    && one.sentence() == next.sentence()) {
                int distance = next.place() - one.place();
                pairs++;
                inversions += distance < 0 ? 1 : 0;
                gap += Math.min(MOST_GAP, Math.abs(distance) - (next.index() - one.index()));
            }
        }
        put("inversions", pairs == 0 ? 0 : (double) inversions / pairs);
        put("gap", pairs == 0 ? 0 : gap / pairs);
        put("sentences_used", links.stream().mapToInt(Link::sentence).distinct().count());
    }

    private void putBackwards(double[] nearest) {
        put("back_nearness", Arrays.stream(nearest).average().orElse(0));
        put("back_weakest", Arrays.stream(nearest).min().orElse(1));
    }

    /** Denied or not, asserted or only possible, in whose words. */
    private void putManner(Claim claim, ReadSentence read, List<ReadSentence> chosen, Evidence evidence) {
        int denies = claim.polarity().cues().size();
        int denied = chosen.stream()
                .mapToInt(sentence ->
                        new Polarity(sentence.text(), lexicon).cues().size())
                .sum();
        put("claim_denies", Math.min(2, denies));
        put("evidence_denies", Math.min(2, denied));
        put("denial_differs", (denies > 0) != (denied > 0) ? 1 : 0);
        Set<String> given = modals(chosen.stream().flatMap(sentence -> sentence.words().stream()));
        Set<String> claimed = modals(read.words().stream());
        put("modal_left_out", claimed.containsAll(given) ? 0 : 1);
        put("modal_added", given.containsAll(claimed) ? 0 : 1);
        put("limits", anyOf(read, LIMITS));
        put("speaker", anyOf(read, SPEAKERS));
        put("asks", claim.text().text().indexOf('?') >= 0 ? 1 : 0);
    }

    private static Set<String> modals(Stream<TaggedWord> words) {
        return words.filter(word -> word.is(PartOfSpeech.AUX))
                .map(TaggedWord::lemma)
                .filter(MODALS::contains)
                .collect(Collectors.toSet());
    }

    private static double anyOf(ReadSentence read, Set<String> words) {
        return read.words().stream()
                        .anyMatch(word -> words.contains(word.lemma().toLowerCase(Locale.ROOT)))
                ? 1
                : 0;
    }

    private static double cosine(ReadSentence read, List<ReadSentence> chosen) {
        float[] one = read.encoded().vector();
        return chosen.stream()
                .map(sentence -> sentence.encoded().vector())
                .mapToDouble(other -> IntStream.range(0, one.length)
                        .mapToDouble(index -> one[index] * other[index])
                        .sum())
                .max()
                .orElse(0);
    }

    private void putRoles(RoleOrder order) {
        put("roles_reversed", Math.min(2, order.reversed()));
        put("roles_agreed", Math.min(2, order.agreed()));
        put("roles_odd", Math.min(2, order.odd()));
    }

    private void putDenials(Alignment alignment, ReadSentence read, List<ReadSentence> chosen) {
        Denials own = new Denials(read.text(), lexicon);
        List<Denials> given = chosen.stream()
                .map(sentence -> new Denials(sentence.text(), lexicon))
                .toList();
        int denied = given.stream().mapToInt(Denials::count).max().orElse(0);
        put("claim_denials", Math.min(2, own.count()));
        put("evidence_denials", Math.min(2, denied));
        put("denials_differ", (own.count() > 0) != (denied > 0) ? 1 : 0);
        List<Link> met = alignment.links().stream()
                .filter(link -> said(link) && link.sentence() >= 0)
                .toList();
        long otherwise = met.stream()
                .filter(link -> own.denies(alignment.word(link).start())
                        != given.get(link.sentence())
                                .denies(chosen.get(link.sentence())
                                        .words()
                                        .get(link.place())
                                        .start()))
                .count();
        put("denied_otherwise", met.isEmpty() ? 0 : (double) otherwise / met.size());
    }
}
