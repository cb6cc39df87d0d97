package io.footnote.quiz;

import io.footnote.article.Article;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The items that a chat model drafts, less those that do not pass. Safe for any number of threads. */
final class ModelItems {
    private static final Logger LOG = LoggerFactory.getLogger(ModelItems.class);

    private final ItemDrafter drafter;
    private final DraftedItemCheck check;

    ModelItems(ItemDrafter drafter, DraftedItemCheck check) {
        this.drafter = drafter;
        this.check = check;
    }

    /**
     * What passed.
     *
     * @param failure why nothing did, or null
     */
    record Passed(List<Candidate> candidates, @Nullable String failure) {
        /** Without a model. */
        static final Passed NONE = new Passed(List.of(), null);
    }

    /** Items about an article, in the model's order. @param count how many are wanted */
    Passed of(Article article, ReadArticle read, int count) {
        ItemDrafter.Drafted drafted = drafter.draft(article, count);
        List<Candidate> passed = new ArrayList<>();
        int number = 0;
        for (DraftedItem item : drafted.items()) {
            number++;
            String objection =
                    item == null ? "it has not the shape of an item" : check.objection(item, article, read, drafter);
            if (item == null || objection != null) {
                LOG.debug("event=quiz-item-dropped item={} reason=\"{}\"", number, objection);
            } else {
                passed.add(DraftedItemCheck.candidate(item, read));
            }
        }
        LOG.info(
                "event=quiz-drafted engine={} prompt={} items={} kept={} failure=\"{}\"",
                drafter.engine(),
                drafted.promptHash(),
                drafted.items().size(),
                passed.size(),
                drafted.failure() == null ? "" : drafted.failure());
        boolean nothing = passed.isEmpty() && drafted.failure() == null;
        return new Passed(passed, nothing ? "no question of the language model's passed" : drafted.failure());
    }
}
