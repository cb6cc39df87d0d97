package io.footnote.evaluation;

/**
 * What was taken out of one page, in shingles of four words. Immutable.
 *
 * @param page the page
 * @param found how many shingles what was taken out has
 * @param gold how many the article has
 * @param shared how many are in both, each as often as in the one that has it less often
 */
public record PageOutcome(GoldPage page, int found, int gold, int shared) {

    /** Compares what was taken out with the article. */
    static PageOutcome of(GoldPage page, String text) {
        Shingles found = new Shingles(text);
        Shingles gold = new Shingles(page.body());
        return new PageOutcome(page, found.size(), gold.size(), found.shared(gold));
    }
}
