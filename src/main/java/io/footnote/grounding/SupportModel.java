package io.footnote.grounding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Encoder;
import io.footnote.language.EntailmentModel;
import io.footnote.language.Lexicon;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how probable it is that evidence supports a claim, by what was learned from public sets of claims: reads the claim
 * and the sentences of the evidence that share most with it with the tagger, WordNet and the encoder, and weighs what
 * {@link SupportFeatures} makes of them. It refuses more than the rules do, and never less. Deterministic, safe for any
 * number of threads.
 */
public final class SupportModel {

    /** How many sentences of the evidence are read closely. */
    static final int MOST_SENTENCES = 4;
    /** How many sentences are remembered, a third of a megabyte each at most. */
    private static final int REMEMBERED_SENTENCES = 500;

    private static final Finding OTHER_WAY_ROUND =
            Finding.conflicting("the evidence has who does it and to whom the other way round");

    private final Encoder encoder;
    private final Tagger tagger;
    private final WordNet words;
    private final Lexicon lexicon;
    private final SupportForest forest;
    private final Cache<String, ReadSentence> read;
    private final @Nullable EntailmentModel entailment;

    /** @param forest what was learned */
    public SupportModel(Encoder encoder, Tagger tagger, WordNet words, Lexicon lexicon, SupportForest forest) {
        this(
                encoder,
                tagger,
                words,
                lexicon,
                forest,
                Caffeine.newBuilder().maximumSize(REMEMBERED_SENTENCES).build(),
                null);
    }

    private SupportModel(
            Encoder encoder,
            Tagger tagger,
            WordNet words,
            Lexicon lexicon,
            SupportForest forest,
            Cache<String, ReadSentence> read,
            @Nullable EntailmentModel entailment) {
        this.encoder = encoder;
        this.tagger = tagger;
        this.words = words;
        this.lexicon = lexicon;
        this.forest = forest;
        this.read = read;
        this.entailment = entailment;
    }

    /** The same with other trees; sentences already read are shared. */
    public SupportModel with(SupportForest others) {
        return new SupportModel(encoder, tagger, words, lexicon, others, read, entailment);
    }

    /** The same that also asks a model of its own whether a claim follows. */
    public SupportModel with(EntailmentModel asked) {
        return new SupportModel(encoder, tagger, words, lexicon, forest, read, asked);
    }

    /**
     * How probable it is, by the entailment model, that the claim follows from the sentences read closely; nothing where
     * there is no such model.
     *
     * @throws io.footnote.language.EntailmentException when the model does not do
     */
    OptionalDouble entailed(Claim claim, Evidence evidence) {
        if (entailment == null) {
            return OptionalDouble.empty();
        }
        String premise = closest(evidence, claim).stream()
                .mapToObj(index -> evidence.sentences().get(index).text())
                .collect(Collectors.joining(" "));
        return OptionalDouble.of(entailment.probability(premise, claim.text().text()));
    }

    /**
     * What came of reading a claim closely.
     *
     * @param features what the trees go by
     * @param probability of support, in (0, 1)
     * @param least what is less probable is refused
     * @param findings what parts of speech and WordNet show against the claim
     * @param certain those of them, and further ones, that hold against a whole text too
     */
    record Reading(
            double[] features, double probability, double least, List<Finding> findings, List<Finding> certain) {}

    /** Reads a claim against evidence that has words. @param found what each rule found, by the rule's name */
    Reading read(Claim claim, Evidence evidence, Map<String, List<Finding>> found, Coverage coverage) {
        ReadSentence own = read(claim.text());
        List<ReadSentence> chosen = read(evidence, claim);
        Alignment alignment = new Alignment(own, chosen, lexicon, words);
        double[] features =
                SupportFeatures.of(claim, evidence, found, coverage, own, chosen, alignment, words, lexicon);
        List<Finding> findings = new ArrayList<>(alignment.opposites());
        List<Finding> certain = new ArrayList<>();
        if (Roles.reversed(own.words(), chosen)) {
            certain.add(OTHER_WAY_ROUND);
        } else if (evidence.isText() && RoleOrder.of(own, evidence, words).speaksAgainst()) {
            certain.add(OTHER_WAY_ROUND);
        }
        Modality.assertedBeyond(own.words(), chosen).ifPresent(findings::add);
        UnsaidPart.in(alignment, Segments.of(own, lexicon), evidence).ifPresent(certain::add);
        findings.addAll(certain);
        return new Reading(features, forest.probability(features), forest.least(evidence.isText()), findings, certain);
    }

    /** The sentences that together share most with the claim. */
    private static BitSet closest(Evidence evidence, Claim claim) {
        BitSet chosen = evidence.cover(claim.keys(), MOST_SENTENCES);
        if (chosen.isEmpty()) {
            chosen.set(0);
        }
        return chosen;
    }

    private List<ReadSentence> read(Evidence evidence, Claim claim) {
        return closest(evidence, claim).stream()
                .mapToObj(index -> read(evidence.sentences().get(index)))
                .toList();
    }

    private ReadSentence read(AnnotatedText text) {
        return read.get(
                text.text(),
                key -> ReadSentence.of(text, tagger.tag(text.text()), encoder.readPassage(text.text()), lexicon));
    }
}
