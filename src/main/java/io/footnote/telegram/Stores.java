package io.footnote.telegram;

import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.CorrectionNotices;
import io.footnote.storage.CorrectionRecords;
import io.footnote.storage.Database;
import io.footnote.storage.Exchanges;
import io.footnote.storage.Inbox;
import io.footnote.storage.Learners;
import io.footnote.storage.Library;
import io.footnote.storage.LogFigures;
import io.footnote.storage.Outbox;
import io.footnote.storage.PersonalData;
import io.footnote.storage.QuizItems;
import io.footnote.storage.QuizRounds;
import io.footnote.storage.ReaderData;
import io.footnote.storage.ReaderRestrictions;
import io.footnote.storage.Reviews;
import io.footnote.storage.SpendingRecords;
import java.time.InstantSource;

/**
 * What the bot keeps. Safe for any number of threads.
 *
 * @param articles those that answers were given from, also ones that are no longer served
 * @param library tells which text has taken the place of another
 */
record Stores(
        Inbox inbox,
        Outbox outbox,
        AnswerRecords records,
        Articles articles,
        Library library,
        Exchanges exchanges,
        ChatSettings settings,
        ReaderData readers,
        CorrectionRecords corrections,
        CorrectionNotices notices,
        ReaderRestrictions restrictions,
        QuizItems quizItems,
        QuizRounds quizRounds,
        Learners learners,
        Reviews reviews,
        AuditTrail audit,
        LogFigures figures,
        SpendingRecords spending) {

    /** Those in a database, of the bot with that id. */
    static Stores in(Database database, PersonalData personal, long bot) {
        return new Stores(
                new Inbox(database, personal),
                new Outbox(database, personal),
                new AnswerRecords(database),
                new Articles(database),
                new Library(database, InstantSource.system()),
                new Exchanges(database, personal, bot),
                new ChatSettings(database, personal),
                new ReaderData(database, personal),
                new CorrectionRecords(database, InstantSource.system()),
                new CorrectionNotices(database, InstantSource.system()),
                new ReaderRestrictions(database, InstantSource.system()),
                new QuizItems(database),
                new QuizRounds(database, personal, bot),
                new Learners(database, personal, bot),
                new Reviews(database, InstantSource.system()),
                new AuditTrail(database, InstantSource.system()),
                new LogFigures(database),
                new SpendingRecords(database));
    }
}
