package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** What a poll must keep, by the documentation. */
final class PollLimits {
    private static final int LONGEST_POLL_QUESTION = 300;
    private static final int LONGEST_POLL_OPTION = 100;
    private static final int LONGEST_POLL_EXPLANATION = 200;
    private static final int MOST_POLL_OPTIONS = 12;

    private PollLimits() {}

    /** @throws BotApiError when Telegram would refuse */
    static void check(CallArguments arguments) throws BotApiError {
        String question = arguments.text("question");
        if (question.isEmpty() || question.length() > LONGEST_POLL_QUESTION) {
            throw BotApiError.badRequest("poll question must be non-empty and at most 300 characters");
        }
        JsonNode options = arguments.structure("options");
        if (options.isEmpty() || options.size() > MOST_POLL_OPTIONS) {
            throw BotApiError.badRequest("poll must have at least 1 and at most 12 options");
        }
        for (JsonNode option : options) {
            String text = option.path("text").asText();
            if (text.isEmpty() || text.length() > LONGEST_POLL_OPTION) {
                throw BotApiError.badRequest("poll options length must not exceed 100");
            }
        }
        String explanation = arguments.text("explanation");
        boolean explained = explanation.length() <= LONGEST_POLL_EXPLANATION
                && explanation.chars().filter(unit -> unit == '\n').count() <= 2;
        if (!explained) {
            throw BotApiError.badRequest("MESSAGE_TOO_LONG");
        }
        if (arguments.text("type").equals("quiz")
                && arguments.structure("correct_option_ids").isEmpty()) {
            throw BotApiError.badRequest("wrong correct option ID specified");
        }
    }
}
