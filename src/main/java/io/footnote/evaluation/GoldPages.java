package io.footnote.evaluation;

import io.footnote.article.BlockWeights;
import io.footnote.article.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/** The files of gold pages, and how pages are divided into folds. Stateless. */
public final class GoldPages {
    /** The largest page in bytes, unpacked. */
    private static final int MAX_BYTES = 32 << 20;

    private GoldPages() {}

    /** @throws DataSetException when the page's file is missing, damaged or too large */
    static WebPage parse(GoldPage page) {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(page.file()))) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new DataSetException(page.file() + " is larger than " + MAX_BYTES + " bytes unpacked.", null);
            }
            return WebPage.parse(page.file().toString(), bytes, null, page.url());
        } catch (IOException e) {
            throw new DataSetException(
                    page.file() + ", the page of \"" + page.id() + "\", cannot be read: put it beside the data set.",
                    e);
        }
    }

    /** The text taken out of a page with these weights. */
    public static String textOf(GoldPage page, BlockWeights weights) {
        return parse(page).extract(weights).text();
    }

    /**
     * A way to take texts out of the pages of some sets in which each page is judged by weights that were learned without
     * its fold. Pages of one host are in one fold.
     *
     * @param count how many folds, at least 2
     * @throws DataSetException when a page cannot be read, or the pages are all in one fold
     */
    public static Function<GoldPage, String> inFolds(List<PageSet> sets, int count) {
        PageTraining training = new PageTraining();
        List<GoldPage> pages =
                sets.stream().flatMap(set -> set.pages().stream()).toList();
        pages.forEach(training::add);
        List<BlockWeights> weights = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int left = fold;
            if (pages.stream().allMatch(page -> foldOf(page, count) == left)) {
                throw new DataSetException("The pages are all in one of " + count + " folds: give more of them.", null);
            }
            weights.add(training.learn(page -> foldOf(page, count) != left));
        }
        return page -> textOf(page, weights.get(foldOf(page, count)));
    }

    private static int foldOf(GoldPage page, int count) {
        String host = URI.create(page.url()).getHost();
        CRC32 hash = new CRC32();
        hash.update((host == null ? page.url() : host).getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % count);
    }
}
