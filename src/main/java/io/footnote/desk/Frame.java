package io.footnote.desk;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page. Immutable.
 *
 * @param title what the browser's tab says
 * @param moderator who is signed in, or null
 * @param path the page's path, which the menu marks
 */
record Frame(String title, @Nullable Moderator moderator, String path) {

    /** The mark for the menu's entry of this page, or null to leave the attribute out. */
    @Nullable
    String current(String start) {
        return path.equals(start) || (start.length() > 1 && path.startsWith(start)) ? "page" : null;
    }

    /** The token that a form carries. */
    String formToken() {
        return moderator == null ? "" : moderator.formToken();
    }
}
