package io.footnote.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;

/**
 * LangChain4j's clients for one model. Safe for any number of threads.
 *
 * @param whole replies when the reply is complete
 * @param streaming replies piece by piece
 */
record Clients(ChatModel whole, StreamingChatModel streaming) {}
