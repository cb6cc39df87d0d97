package io.footnote.telegram;

import io.footnote.answer.Overview;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogFigures;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Does what commands ask for. Safe for any number of threads. */
final class Commands {
    /** What a deep link to an article begins with. */
    static final String ARTICLE_LINK = "a_";

    private final Stores stores;
    private final Choices choices;
    private final Questions questions;
    private final QuizParts quiz;
    private final Privacy privacy;
    private final Reviewing reviewing;
    private final @Nullable LongFunction<String> deskLink;
    private final Set<Long> moderators;

    /**
     * @param deskLink makes a link that signs a moderator in at the desk, or null where none runs
     * @param moderators the only ones for whom the moderators' commands exist
     */
    Commands(
            Stores stores,
            Choices choices,
            Questions questions,
            QuizParts quiz,
            Privacy privacy,
            Reviewing reviewing,
            @Nullable LongFunction<String> deskLink,
            Set<Long> moderators) {
        this.stores = stores;
        this.choices = choices;
        this.questions = questions;
        this.quiz = quiz;
        this.privacy = privacy;
        this.reviewing = reviewing;
        this.deskLink = deskLink;
        this.moderators = Set.copyOf(moderators);
    }

    /** What to say to a command. */
    List<Outbox.Message> done(Incoming in, RequestReader.Request.Do command) {
        return switch (command.command()) {
            case "start" -> start(in, command.argument());
            case "help" -> say(in, Phrase.HELP);
            case "ask" -> say(in, Phrase.ASK_NOTHING);
            case "new" -> {
                choices.beginAnew(in);
                yield say(in, Phrase.NEW_TALK);
            }
            case "article" -> shown(in, choices.article(in));
            case "articles" -> shown(in, choices.articles(in, 0, null));
            case "summary" -> overview(in, Overview.SUMMARY);
            case "timeline" -> overview(in, Overview.TIMELINE);
            case "language" -> shown(in, choices.languages(in));
            case "settings" -> shown(in, choices.settings(in));
            case "cancel" ->
                quiz.quizzes()
                        .cancel(in)
                        .orElseGet(() -> List.of(Outgoing.reply(in, Reply.of(questions.cancel(in)))
                                .asUrgent()));
            case "quiz" ->
                quiz.quizzes()
                        .begin(
                                in,
                                command.argument(),
                                questions.articles(stores.settings().of(in.chat())));
            case "due" -> in.direct() ? quiz.due().ask(in) : say(in, Phrase.ONLY_PRIVATE);
            case "progress" -> in.direct() ? quiz.due().progress(in) : say(in, Phrase.ONLY_PRIVATE);
            case "remind" -> in.direct() ? quiz.due().remind(in, command.argument()) : say(in, Phrase.ONLY_PRIVATE);
            case "privacy" -> List.of(Outgoing.reply(in, privacy.policy(in)));
            case "mydata" -> in.direct() ? List.of(privacy.data(in)) : say(in, Phrase.ONLY_PRIVATE);
            case "forget" -> in.direct() ? List.of(privacy.askWhetherToForget(in)) : say(in, Phrase.ONLY_PRIVATE);
            case "review" ->
                reviewing.allows(in) && in.direct() ? List.of(reviewing.next(in)) : say(in, Phrase.UNKNOWN_COMMAND);
            case "desk" ->
                moderators.contains(in.person()) && in.direct() ? List.of(desk(in)) : say(in, Phrase.UNKNOWN_COMMAND);
            case "stats" -> moderators.contains(in.person()) ? stats(in) : say(in, Phrase.UNKNOWN_COMMAND);
            default -> say(in, Phrase.UNKNOWN_COMMAND);
        };
    }

    private List<Outbox.Message> overview(Incoming in, Overview kind) {
        return choices.only(in)
                .map(article -> questions.overview(in, kind, article))
                .orElseGet(() -> shown(in, choices.articles(in, 0, kind)));
    }

    private List<Outbox.Message> start(Incoming in, String payload) {
        if (payload.startsWith(SuggestedQuestions.LINK)) {
            return quiz.suggested().answer(in, payload.substring(SuggestedQuestions.LINK.length()));
        }
        if (payload.startsWith(ARTICLE_LINK)) {
            Optional<String> refused = choices.choose(in, payload.substring(ARTICLE_LINK.length()));
            if (refused.isPresent()) {
                return List.of(Outgoing.reply(in, Reply.of(refused.get())));
            }
        }
        return shown(
                in,
                choices.start(
                        in,
                        quiz.suggested()
                                .about(questions.articles(stores.settings().of(in.chat())))));
    }

    private static List<Outbox.Message> say(Incoming in, Phrase phrase) {
        return List.of(Outgoing.reply(in, Reply.of(in.texts().say(phrase))));
    }

    private static List<Outbox.Message> shown(Incoming in, Choices.View view) {
        return List.of(Outgoing.reply(in, view.reply(), view.buttons(), null));
    }

    private Outbox.Message desk(Incoming in) {
        String words = deskLink == null
                ? in.texts().say(Phrase.NO_DESK)
                : in.texts().say(Phrase.DESK_LINK, "link", deskLink.apply(in.person()));
        return Outgoing.reply(in, Reply.of(words));
    }

    /** Figures of the whole log; in a private chat below a picture of the week, where there was a question in it. */
    private List<Outbox.Message> stats(Incoming in) {
        AnswerRecords.Stats stats = stores.records().stats();
        Map<Opinion, Long> opinions = stores.exchanges().opinions();
        long good = opinions.getOrDefault(Opinion.GOOD, 0L);
        long bad = opinions.values().stream().mapToLong(Long::longValue).sum() - good;
        Long median = stats.medianMillis();
        Map<String, Object> values = Map.of(
                "answers",
                stats.answers(),
                "answered",
                stats.answered(),
                "median",
                median == null ? 0 : median,
                "good",
                good,
                "bad",
                bad);
        String words = in.texts().say(Phrase.STATS, values);
        LocalDate today = LocalDate.ofInstant(in.at(), ZoneOffset.UTC);
        List<LogFigures.Day> week = in.direct() ? week(today) : List.of();
        return List.of(
                week.isEmpty()
                        ? Outgoing.reply(in, Reply.of(words))
                        : PictureCall.message(in, new WeekChart(in.texts()).png(week, today), words));
    }

    private List<LogFigures.Day> week(LocalDate today) {
        Instant end = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant begin = end.minus(Duration.ofDays(WeekChart.DAYS));
        return stores.figures().days(new LogFigures.Range(begin, end, null));
    }
}
