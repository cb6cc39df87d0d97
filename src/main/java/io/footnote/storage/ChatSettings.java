package io.footnote.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What readers and groups have chosen, encrypted. Safe for any number of threads. */
public final class ChatSettings {
    private static final String PLACE = "chat_setting";

    private final Database database;
    private final PersonalData personal;

    /** @param database an open database, which stays the caller's to close */
    public ChatSettings(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * What was chosen in a chat. Immutable.
     *
     * @param language the language of the interface as a BCP 47 tag, or null for the reader's own
     * @param article the id of the article that questions are about, or null for all
     * @param talkFrom when the present conversation began at the earliest, or null
     */
    public record Values(
            @Nullable String language,
            @Nullable String article,
            @Nullable Instant talkFrom) {
        /** Nothing chosen. */
        public static final Values NONE = new Values(null, null, null);

        /** The same in another language; null for the reader's own. */
        public Values inLanguage(@Nullable String tag) {
            return new Values(tag, article, talkFrom);
        }

        /** The same about another article; null for all. */
        public Values about(@Nullable String articleId) {
            return new Values(language, articleId, talkFrom);
        }

        /** The same with a conversation that begins now. */
        public Values talkingFrom(Instant now) {
            return new Values(language, article, now);
        }
    }

    /**
     * What was chosen in a chat; {@link Values#NONE} where nothing was, or where another key was in use.
     *
     * @param chat Telegram's id of the chat
     * @throws StorageException when the database cannot be read
     */
    public Values of(long chat) {
        return stored(chat)
                .flatMap(encrypted -> personal.open(encrypted, PLACE))
                .map(json -> Json.read(json, Values.class, "settings of a chat"))
                .orElse(Values.NONE);
    }

    private Optional<String> stored(long chat) {
        return database.read(handle -> handle.createQuery("select values_sealed from chat_setting where chat = :chat")
                .bind("chat", personal.pseudonym(chat))
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Keeps what was chosen.
     *
     * @throws StorageException when that could not be stored
     */
    public void set(long chat, Values values, Instant at) {
        String encrypted = personal.seal(Json.write(values), PLACE);
        database.write(handle -> handle.createUpdate("""
                        insert into chat_setting (chat, values_sealed, changed_at) values (:chat, :encrypted, :at)
                        on conflict (chat) do update set values_sealed = excluded.values_sealed,
                            changed_at = excluded.changed_at""")
                .bind("chat", personal.pseudonym(chat))
                .bind("encrypted", encrypted)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    /**
     * Gives a chat that has another id from now on what it had chosen.
     *
     * @throws StorageException when that could not be stored
     */
    public void move(long from, long to, Instant at) {
        if (stored(from).isPresent()) {
            set(to, of(from), at);
            database.write(handle -> handle.createUpdate("delete from chat_setting where chat = :chat")
                    .bind("chat", personal.pseudonym(from))
                    .execute());
        }
    }
}
