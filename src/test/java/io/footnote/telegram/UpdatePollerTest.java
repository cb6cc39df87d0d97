package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.footnote.storage.Inbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

class UpdatePollerTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private final Inbox inbox = mock(Inbox.class);
    private final UpdatePoller poller = new UpdatePoller(412, inbox, () -> NOON, new Bell());

    private static RawUpdate raw(int id) {
        try {
            return RawUpdate.of(JsonNodeFactory.instance.objectNode().put("update_id", id));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void returnsOnlyWhenTheUpdatesAreStored() {
        doThrow(new IllegalStateException("down"), new IllegalStateException("still"))
                .doNothing()
                .when(inbox)
                .add(anyLong(), any(), any());

        poller.consume(List.of(raw(7), raw(8)));

        verify(inbox, times(3)).add(412, List.of(raw(7).received(), raw(8).received()), NOON);
    }

    @Test
    void givesUpWithoutAnExceptionWhenTheBotStops() {
        doThrow(new IllegalStateException("down")).when(inbox).add(anyLong(), any(), any());
        Thread.currentThread().interrupt();

        poller.consume(List.of(raw(7)));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void asksNothingOfTheStoreForNothing() {
        poller.consume(List.<Update>of());

        verify(inbox, never()).add(anyLong(), any(), any());
    }
}
