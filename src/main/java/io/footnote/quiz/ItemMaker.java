package io.footnote.quiz;

import java.util.List;

/** Makes questions of one type; an implementation for each way to ask. */
interface ItemMaker {

    /** Everything that could be asked about that article, in the order of the article. */
    List<Candidate> candidates(ReadArticle article);
}
