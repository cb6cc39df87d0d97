package io.footnote.telegram;

/** What a message wants of the bot. */
sealed interface Request {

    /** An answer. */
    record Ask(String question) implements Request {}

    /** An answer, but the command came without a question. */
    record AskNothing() implements Request {}

    /** To begin. */
    record Start() implements Request {}

    /** To know how the bot is used. */
    record Help() implements Request {}

    /** Something this bot does not do. */
    record UnknownCommand() implements Request {}

    /** Nobody knows, for it is not in words. */
    record NotText() implements Request {}
}
