package io.footnote.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each metric is called before people, and what it means in a sentence. Pure. */
final class MetricGuide {
    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    /** @param sentence what the metric means */
    record Entry(String label, String sentence) {}

    static {
        add("hit@1", "hit@1", "Share of the answerable questions whose first ranked sentence is a right one.");
        add("hit@3", "hit@3", "Share with a right one among the first three.");
        add("mrr", "MRR", "Mean of 1/rank of the first right sentence; 0 when it is not among the best ten.");
        add("citation_precision", "citation precision", "Share of all sentences cited that are right ones.");
        add(
                "citation_recall",
                "citation recall",
                "Share of the answerable questions whose answer cites a right sentence.");
        add("answered", "answered", "Share of the answerable questions that were answered rather than refused.");
        add(
                "short_f1",
                "short answer F1",
                "Words shared by the short answer and the gold one, where a right sentence was cited.");
        add(
                "abstention.auc",
                "answerability AUC",
                "How often an answerable question gets a higher probability than an unanswerable one; .5 is chance.");
        add("abstention.precision", "refusal precision", "Share of the refusals that were of unanswerable questions.");
        add("abstention.recall", "refusal recall", "Share of the unanswerable questions that were refused.");
        add("abstention.f1", "refusal F1", "Harmonic mean of the two.");
        add(
                "abstention.ece",
                "calibration error",
                "Mean distance of the probability given from the share that was answerable (ECE, ten bins); 0 is best.");
        add("millis.p50", "median time", "Milliseconds from question to answer, half of them at most.");
        add("millis.p95", "95th percentile", "The same for 95 of 100 questions.");
        add("millis.p99", "99th percentile", "The same for 99 of 100.");
        add("auc", "AUC", "How often a supported claim scores higher than one that is not; .5 is chance.");
        add("balanced_accuracy", "balanced accuracy", "Mean of the next two.");
        add("sensitivity", "sensitivity", "Share of the supported claims that were accepted.");
        add("specificity", "specificity", "Share of the other claims that were not.");
        add("exact", "exact", "Share of the texts that were split exactly as the gold.");
        add("boundary_f1", "boundary F1", "Ends of sentences found and right, over all.");
        add("precision", "precision", "Share of what was taken out of a page that is in its article, in shingles.");
        add("recall", "recall", "Share of the article that was taken out.");
        add("f1", "F1", "Harmonic mean of the two means.");
        add("inner_boundary_f1", "inner boundary F1", "The same for ends within a paragraph.");
    }

    private MetricGuide() {}

    private static void add(String name, String label, String sentence) {
        ENTRIES.put(name, new Entry(label, sentence));
    }

    /** The entry of a metric by its name in JSON; one without a sentence for a name that has none. */
    static Entry of(String name) {
        return ENTRIES.getOrDefault(name, new Entry(name, ""));
    }

    /** Whether it counts milliseconds rather than a share. */
    static boolean isTime(String name) {
        return name.startsWith("millis.");
    }
}
