package io.footnote.evaluation;

import io.footnote.grounding.Judgement;
import io.footnote.grounding.Verdict;
import io.footnote.language.Annotator;
import io.footnote.language.Span;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How many false statements a judge catches: takes supported statements, changes each in one place for every kind of
 * mutation, and counts what is refused. A mutation is counted only where the statement passed as it was, so that refusing
 * everything catches nothing. Seeded; for one thread.
 */
public final class MutationStudy {

    /** What a statement rests on. */
    private record Statement(String text, String evidence) {}

    private final ClaimJudge judge;
    private final Function<String, List<Span>> split;
    private final Mutations mutations;
    private final List<Statement> statements = new ArrayList<>();

    /**
     * @param judge what is studied
     * @param split cuts claims into statements
     * @param seed the same gives the same mutations
     */
    public MutationStudy(
            ClaimJudge judge,
            Function<String, List<Span>> split,
            Annotator annotator,
            Tagger tagger,
            WordNet words,
            long seed) {
        this.judge = judge;
        this.split = split;
        this.mutations = new Mutations(annotator, tagger, words, seed);
    }

    /** Takes in the supported claims of a set, sentence by sentence. */
    public void add(ClaimSet set) {
        for (GoldClaim claim : set.claims()) {
            if (claim.supported()) {
                mutations.draw(claim.evidence());
                for (Span span : split.apply(claim.claim())) {
                    add(span.of(claim.claim()).strip(), claim.evidence());
                }
            }
        }
    }

    /** Takes in one statement and what supports it. */
    public void add(String statement, String evidence) {
        mutations.draw(statement);
        statements.add(new Statement(statement, evidence));
    }

    /** Judges every statement as it is and in every mutation. */
    public MutationFigures run() {
        List<Statement> passed = statements.stream()
                .filter(statement -> passes(statement.text(), statement.evidence()))
                .toList();
        List<MutationFigures.Kind> kinds = new ArrayList<>();
        for (MutationKind kind : MutationKind.values()) {
            kinds.add(study(kind, false, passed));
            if (kind.compareTo(MutationKind.PLACE) <= 0) {
                kinds.add(study(kind, true, passed));
            }
        }
        return new MutationFigures(statements.size(), statements.size() - passed.size(), kinds);
    }

    private MutationFigures.Kind study(MutationKind kind, boolean within, List<Statement> passed) {
        int count = 0;
        int caught = 0;
        for (Statement statement : passed) {
            String mutated = mutations
                    .mutate(kind, statement.text(), statement.evidence(), within)
                    .orElse(null);
            if (mutated != null && !mutated.equals(statement.text())) {
                count++;
                caught += passes(mutated, statement.evidence()) ? 0 : 1;
            }
        }
        return new MutationFigures.Kind(kind, within, count, caught);
    }

    private boolean passes(String claim, String evidence) {
        Judgement judged = judge.judge(claim, evidence);
        return judged.verdict() == Verdict.SUPPORTED;
    }
}
