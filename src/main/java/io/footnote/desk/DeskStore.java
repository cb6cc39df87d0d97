package io.footnote.desk;

import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.CorrectionNotices;
import io.footnote.storage.CorrectionRecords;
import io.footnote.storage.Database;
import io.footnote.storage.DeskAccess;
import io.footnote.storage.FittedThreshold;
import io.footnote.storage.Library;
import io.footnote.storage.LogFigures;
import io.footnote.storage.LogRetention;
import io.footnote.storage.LogSearch;
import io.footnote.storage.QuizItems;
import io.footnote.storage.ReaderRestrictions;
import io.footnote.storage.Reviews;
import java.time.InstantSource;

/**
 * What the desk reads and writes. Safe for any number of threads.
 *
 * @param access sessions and links
 * @param records the answers with their traces
 * @param search the log
 * @param figures the log in numbers
 * @param retention forgets old answers
 * @param articles the articles
 * @param library the articles as administrators keep them
 * @param threshold from which probability the embedded answerer answers
 * @param quizItems the quiz items
 * @param readers those who may not ask
 * @param reviews the verdicts
 * @param corrections the editors' own answers
 * @param notices corrections that are to be sent to readers
 * @param audit the trail of who did what
 */
public record DeskStore(
        DeskAccess access,
        AnswerRecords records,
        LogSearch search,
        LogFigures figures,
        LogRetention retention,
        Articles articles,
        Library library,
        FittedThreshold threshold,
        QuizItems quizItems,
        ReaderRestrictions readers,
        Reviews reviews,
        CorrectionRecords corrections,
        CorrectionNotices notices,
        AuditTrail audit) {

    /** All of it in one database, which stays the caller's to close. */
    public static DeskStore in(Database database, InstantSource clock) {
        return new DeskStore(
                new DeskAccess(database, clock),
                new AnswerRecords(database),
                new LogSearch(database),
                new LogFigures(database),
                new LogRetention(database),
                new Articles(database),
                new Library(database, clock),
                new FittedThreshold(database, clock),
                new QuizItems(database),
                new ReaderRestrictions(database, clock),
                new Reviews(database, clock),
                new CorrectionRecords(database, clock),
                new CorrectionNotices(database, clock),
                new AuditTrail(database, clock));
    }
}
