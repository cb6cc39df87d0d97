package io.footnote.evaluation;

/** What a line of a data set holds, by its fields. */
enum LineKind {
    ARTICLE("questions", "an article with questions"),
    QUESTION("question", "a bare question"),
    CLAIM("claim", "a claim"),
    SENTENCES("sentences", "a text with its sentences"),
    PAGE("body", "a web page");

    private final String field;
    private final String noun;

    LineKind(String field, String noun) {
        this.field = field;
        this.noun = noun;
    }

    /** What it is called in a sentence. */
    String noun() {
        return noun;
    }

    /** @throws DataSetException when the line has the fields of no kind */
    static LineKind of(JsonLine line) {
        for (LineKind kind : values()) {
            if (line.object().has(kind.field)) {
                return kind;
            }
        }
        throw line.problem("the line is of no known kind: it needs \"questions\" (an article with questions),"
                + " \"question\" (a bare question), \"claim\", \"sentences\" or \"body\" (a web page)");
    }
}
