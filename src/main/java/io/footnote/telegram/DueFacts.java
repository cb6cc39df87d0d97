package io.footnote.telegram;

import io.footnote.article.Article;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.Learners;
import io.footnote.storage.Learners.Learned;
import io.footnote.storage.Learners.Reminder;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is about to be forgotten: asked on demand, told about at an hour the reader sets, and shown as a chart. Thread-safe. */
final class DueFacts {
    private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3])(?::00)?(|(?:\\s|[+-]).*)");
    private static final int MOST_ANSWERS = 10_000;
    private static final int LONGEST_NAME = 28;

    private final Learners learners;
    private final ItemPool pool;
    private final Quizzes quizzes;
    private final Questions questions;
    private final Choices choices;

    DueFacts(Learners learners, ItemPool pool, Quizzes quizzes, Questions questions, Choices choices) {
        this.learners = learners;
        this.pool = pool;
        this.quizzes = quizzes;
        this.questions = questions;
        this.choices = choices;
    }

    /** Asks what is due, or says that nothing is. */
    List<Outbox.Message> ask(Incoming in) {
        List<QuizItem> due = due(in.person(), in.at());
        if (due.isEmpty()) {
            int learning = learners.learned(in.person()).size();
            return List.of(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.DUE_NONE, "count", learning))));
        }
        List<Outbox.Message> calls = new ArrayList<>();
        calls.add(Outgoing.reply(in, Reply.of(in.texts().say(Phrase.DUE_BEGINS, "count", due.size()))));
        calls.addAll(quizzes.begin(in, due.stream().limit(QuizRequest.MOST).toList(), false, true));
        return calls;
    }

    /** The items on what a reader is about to forget, the longest due first. */
    List<QuizItem> due(long person, Instant now) {
        return learners.learned(person).stream()
                .filter(learned -> learned.schedule().isDue(now))
                .flatMap(learned -> pool.on(learned.fact()).stream())
                .toList();
    }

    // ---- reminders

    /** Sets, shows or ends the reminder. @param argument an hour with a time zone, "off", or nothing */
    List<Outbox.Message> remind(Incoming in, String argument) {
        String wish = argument.strip();
        if (wish.equalsIgnoreCase("off")) {
            learners.stopReminding(in.person());
            return say(in, in.texts().say(Phrase.REMIND_OFF));
        }
        Matcher hour = HOUR.matcher(wish);
        if (wish.isEmpty() || !hour.matches()) {
            Optional<Reminder> set = learners.reminder(in.person());
            return wish.isEmpty() && set.isPresent()
                    ? say(in, told(in, set.get()))
                    : say(in, in.texts().say(Phrase.REMIND_USAGE));
        }
        Optional<ZoneId> zone = ReaderZone.of(hour.group(2));
        if (zone.isEmpty()) {
            return say(in, in.texts().say(Phrase.REMIND_USAGE));
        }
        Reminder reminder = new Reminder(
                in.person(),
                Integer.parseInt(hour.group(1)),
                zone.get().getId(),
                in.texts().tongue().code());
        learners.remind(reminder, next(reminder, in.at()));
        return say(in, told(in, reminder));
    }

    private static String told(Incoming in, Reminder reminder) {
        String time = "%02d:00 %s".formatted(reminder.hour(), ReaderZone.told(reminder.zone()));
        return in.texts().say(Phrase.REMIND_SET, "time", time);
    }

    /** The next time that it is that hour where the reader is. */
    static Instant next(Reminder reminder, Instant now) {
        ZonedDateTime today = now.atZone(ZoneId.of(reminder.zone())).with(LocalTime.of(reminder.hour(), 0));
        ZonedDateTime next =
                today.toInstant().isAfter(now) ? today : today.plusDays(1).with(LocalTime.of(reminder.hour(), 0));
        return next.toInstant();
    }

    /** A reminder that is due, and when the next one is; no message where nothing is to be learned. */
    record Reminding(Reminder reminder, Instant nextAt, List<Outbox.Message> calls) {}

    /** The reminders whose time has come. */
    List<Reminding> onTime(Instant now) {
        List<Reminding> reminding = new ArrayList<>();
        for (Reminder reminder : learners.toRemind(now)) {
            int due = due(reminder.person(), now).size();
            Texts texts = choices.in(Tongue.of(reminder.language()).orElse(Tongue.ENGLISH));
            Incoming to = new Incoming(reminder.person(), true, null, 0, reminder.person(), texts, now);
            Buttons begin = new Buttons().row(texts.say(Phrase.BUTTON_DUE), Press.of(Press.Verb.DUE));
            reminding.add(new Reminding(
                    reminder,
                    next(reminder, now),
                    due == 0
                            ? List.of()
                            : List.of(Outgoing.reply(
                                    to, Reply.of(texts.say(Phrase.REMINDER, "count", due)), begin.markup(), null))));
        }
        return reminding;
    }

    // ---- progress

    /** A picture of what was learned, or that there is nothing to show yet. */
    List<Outbox.Message> progress(Incoming in) {
        List<Learned> learned = learners.learned(in.person());
        List<Learners.Answered> answered = learners.answered(in.person(), MOST_ANSWERS);
        if (answered.isEmpty()) {
            return say(in, in.texts().say(Phrase.PROGRESS_NONE));
        }
        long due = learned.stream().filter(one -> one.schedule().isDue(in.at())).count();
        long known = learned.stream().filter(one -> one.schedule().learned()).count();
        long right = answered.stream().filter(Learners.Answered::right).count();
        String caption = in.texts()
                .say(
                        Phrase.PROGRESS_CAPTION,
                        Map.of(
                                "facts",
                                learned.size(),
                                "due",
                                due,
                                "learned",
                                known,
                                "percent",
                                Math.round(100.0 * right / answered.size())));
        byte[] picture = new ProgressChart(in.texts(), this::nameOf).png(learned, answered, in.at());
        return List.of(PictureCall.message(in, picture, caption));
    }

    private String nameOf(String articleId) {
        return questions
                .article(articleId)
                .map(Article::title)
                .map(title -> Excerpt.of(Excerpt.oneLine(title), LONGEST_NAME))
                .orElse("–");
    }

    private static List<Outbox.Message> say(Incoming in, String words) {
        return List.of(Outgoing.reply(in, Reply.of(words)));
    }

    /** How often it is looked whether a reminder or a question's time has come. */
    static final Duration LOOK = Duration.ofSeconds(1);
}
