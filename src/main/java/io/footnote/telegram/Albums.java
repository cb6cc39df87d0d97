package io.footnote.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Pictures that come together are declined once. Thread-safe. */
final class Albums {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    private final Cache<String, Integer> firsts = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(TOGETHER)
            .build();

    /** Whether it belongs to no album, or is the first of it that came. */
    boolean isFirst(Message message) {
        String album = message.getMediaGroupId();
        return album == null
                || message.getMessageId()
                        .equals(firsts.get(message.getChatId() + ":" + album, key -> message.getMessageId()));
    }
}
