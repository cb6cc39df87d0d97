package io.footnote.telegram;

/** What the bot does for quizzes. Safe for any number of threads. */
record QuizParts(Quizzes quizzes, DueFacts due, SuggestedQuestions suggested) {}
