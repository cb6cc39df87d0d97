package io.footnote.desk;

import java.util.List;

/**
 * A chart together with the table that it shows. Immutable.
 *
 * @param id the table's id in the page
 * @param title what it shows
 * @param kind what it is drawn as
 * @param columns what is counted, at least one
 * @param rows at most one a day
 */
record Chart(String id, String title, Kind kind, List<String> columns, List<Row> rows) {
    /** Stands for no value. */
    static final String NONE = "–";

    /** How it is drawn. */
    enum Kind {
        /** Lines over days. */
        LINES("line", false, false),
        /** Bars beside each other. */
        BARS("bar", false, false),
        /** Bars on top of each other. */
        STACKED("bar", true, false),
        /** Bars from left to right, for long names. */
        ACROSS("bar", false, true);

        private final String type;
        private final boolean stacked;
        private final boolean across;

        Kind(String type, boolean stacked, boolean across) {
            this.type = type;
            this.stacked = stacked;
            this.across = across;
        }

        /** What the chart library calls it. */
        String type() {
            return type;
        }

        boolean stacked() {
            return stacked;
        }

        boolean across() {
            return across;
        }
    }

    /**
     * A row.
     *
     * @param label what the row is about
     * @param link the entries behind it
     * @param values a number for each column, as the table and the chart show it, or {@link #NONE}
     */
    record Row(String label, String link, List<String> values) {}

    /** @throws IllegalArgumentException when a row has another number of values than there are columns */
    Chart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row.label() + " must have " + columns.size() + " values");
            }
        }
    }

    /** What somebody who does not see it is told. */
    String alternative() {
        return title + ", a chart of the table that follows";
    }
}
