package io.footnote.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a page: a logistic model gives each block the log-odds of being part of it; the article stands in
 * the element whose blocks add up to most, each clipped and counted by its length, those against it counting for less;
 * of its blocks, those more likely than {@link #LEAST_LOG_ODDS} are the article. Immutable.
 */
final class BodyFinder {
    /** About .38: a paragraph lost costs a reader more than a line too many. */
    static final double LEAST_LOG_ODDS = -.5;

    private static final double CLIP = 4;
    /** How much a block that does not belong counts against the element around it: bodies hold advertisements too. */
    private static final double AGAINST = .1;

    private final BlockWeights weights;

    /** @param weights judge each block */
    BodyFinder(BlockWeights weights) {
        this.weights = weights;
    }

    /** The blocks of the article, in order; empty when nothing in the page is like one. */
    List<PageBlock> find(List<PageBlock> blocks, BlockFeatures features) {
        double[] odds = new double[blocks.size()];
        Map<Element, Double> sums = new IdentityHashMap<>();
        for (int index = 0; index < odds.length; index++) {
            odds[index] = weights.logOdds(features.of(index)) - LEAST_LOG_ODDS;
            double clipped = Math.max(-CLIP, Math.min(CLIP, odds[index]));
            double gain = (clipped < 0 ? AGAINST * clipped : clipped)
                    * Math.log1p(BlockFeatures.wordsIn(blocks.get(index).text()));
            for (Element around = blocks.get(index).owner(); around != null; around = around.parent()) {
                sums.merge(around, gain, Double::sum);
            }
        }
        Element best = best(blocks, sums);
        List<PageBlock> body = new ArrayList<>();
        for (int index = 0; index < odds.length; index++) {
            if (odds[index] > 0 && best != null && isInside(blocks.get(index).owner(), best)) {
                body.add(blocks.get(index));
            }
        }
        return body;
    }

    /** The element with the greatest sum; the first in the page and the innermost on ties. */
    private static @Nullable Element best(List<PageBlock> blocks, Map<Element, Double> sums) {
        Element best = null;
        double most = 0;
        for (PageBlock block : blocks) {
            for (Element around = block.owner(); around != null; around = around.parent()) {
                double sum = sums.getOrDefault(around, 0.0);
                if (sum > most) {
                    most = sum;
                    best = around;
                }
            }
        }
        return best;
    }

    private static boolean isInside(Element element, Element outer) {
        Element around = element;
        while (around != null && around != outer) {
            around = around.parent();
        }
        return around != null;
    }
}
