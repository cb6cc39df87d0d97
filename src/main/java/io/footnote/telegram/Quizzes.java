package io.footnote.telegram;

import io.footnote.article.Article;
import io.footnote.quiz.Grades;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.QuizMaker;
import io.footnote.quiz.Scheduler;
import io.footnote.storage.Learners;
import io.footnote.storage.Outbox;
import io.footnote.storage.QuizRounds;
import io.footnote.storage.QuizRounds.Asked;
import io.footnote.storage.QuizRounds.Round;
import io.footnote.storage.QuizRounds.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.polls.PollAnswer;

/**
 * Rounds of questions. Everything is in the database, so that a poll counts whenever it is voted on; what a crash kept
 * from being asked is asked when the same update comes again. Safe for any number of threads, as long as each chat's
 * updates come one after the other.
 */
final class Quizzes {
    /** Between two questions of a group's round, beyond the time one is open. */
    static final Duration BREATH = Duration.ofSeconds(3);

    /** How long a question may be on its way to the outbox before it is asked again. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final QuizRounds rounds;
    private final Learners learners;
    private final ItemPool pool;
    private final Quizzing quizzing;
    private final QuizMessages messages;
    private final Choices choices;
    private final Scheduler scheduler = new Scheduler();

    Quizzes(
            QuizRounds rounds,
            Learners learners,
            ItemPool pool,
            Quizzing quizzing,
            QuizMessages messages,
            Choices choices) {
        this.rounds = rounds;
        this.learners = learners;
        this.pool = pool;
        this.quizzing = quizzing;
        this.messages = messages;
        this.choices = choices;
    }

    // ---- beginning

    /** Begins a round about these articles. @param argument what is written behind the command */
    List<Outbox.Message> begin(Incoming in, String argument, List<Article> articles) {
        Optional<QuizRequest> request = QuizRequest.read(argument);
        if (request.isEmpty() || request.get().typed() && !in.direct()) {
            return say(in, in.texts().say(Phrase.QUIZ_USAGE, "most", QuizRequest.MOST));
        }
        List<QuizItem> items = chosen(in, request.get(), articles);
        if (items.isEmpty()) {
            boolean served = articles.stream().anyMatch(QuizMaker::serves);
            return say(in, in.texts().say(served ? Phrase.QUIZ_NONE : Phrase.QUIZ_LANGUAGE));
        }
        List<Outbox.Message> begun = new ArrayList<>();
        boolean fewer = items.size() < request.get().count() && request.get().count() < QuizRequest.MOST;
        if (fewer) {
            begun.addAll(say(
                    in,
                    in.texts()
                            .say(
                                    Phrase.QUIZ_FEWER,
                                    Map.of(
                                            "count",
                                            items.size(),
                                            "asked",
                                            request.get().count()))));
        } else if (!in.direct()) {
            begun.addAll(say(
                    in,
                    in.texts()
                            .say(
                                    Phrase.QUIZ_GROUP_BEGINS,
                                    Map.of("count", items.size(), "seconds", QuizMessages.OPEN.toSeconds()))));
        }
        begun.addAll(begin(in, items, request.get().typed(), false));
        return begun;
    }

    /** What a reader has not learned yet first, then what is due the longest; the articles take turns. */
    private List<QuizItem> chosen(Incoming in, QuizRequest request, List<Article> articles) {
        Map<String, Instant> due = new HashMap<>();
        if (in.direct()) {
            learners.learned(in.person())
                    .forEach(learned ->
                            due.put(learned.fact(), learned.schedule().due()));
        }
        List<List<QuizItem>> pools = articles.stream()
                .map(article -> pool.of(article).stream().filter(request::fits).toList())
                .toList();
        List<QuizItem> open = new ArrayList<>();
        int longest = pools.stream().mapToInt(List::size).max().orElse(0);
        for (int index = 0; index < longest; index++) {
            for (List<QuizItem> ofOne : pools) {
                if (index < ofOne.size()) {
                    open.add(ofOne.get(index));
                }
            }
        }
        open.sort(Comparator.comparing(item -> due.getOrDefault(item.fact(), Instant.EPOCH)));
        return open.stream().limit(request.count()).toList();
    }

    /** Begins a round on these items; a reader's earlier one ends, a group's does not. */
    List<Outbox.Message> begin(Incoming in, List<QuizItem> items, boolean typed, boolean due) {
        Optional<Round> open = rounds.open(in.chat());
        if (open.isPresent()) {
            Round running = open.get();
            if (running.startedAt().equals(in.at()) && running.starter() == in.person()) {
                return goOn(running, in.at()); // the same update again
            }
            if (!in.direct()) {
                return say(in, in.texts().say(Phrase.QUIZ_RUNNING));
            }
            rounds.end(running.id(), in.at());
        }
        Round round = new Round(
                UUID.randomUUID().toString(),
                in.chat(),
                in.direct() ? in.person() : 0,
                in.person(),
                in.topic(),
                in.texts().tongue().code(),
                typed,
                due,
                items.stream().map(QuizItem::id).toList(),
                in.at());
        return rounds.begin(round) ? goOn(round, in.at()) : say(in, in.texts().say(Phrase.QUIZ_RUNNING));
    }

    // ---- going on

    /** The next question of a round when the last one is answered or its time is over; nothing otherwise. */
    List<Outbox.Message> goOn(Round round, Instant now) {
        List<Asked> asked = rounds.asked(round.id());
        Asked last = asked.isEmpty() ? null : asked.getLast();
        if (last != null && rounds.lost(last)) {
            return pool.find(last.itemId())
                    .map(item -> List.of(shown(round, item, last, now)))
                    .orElse(List.of());
        }
        if (last != null && !round.inGroup() && !rounds.answered(last.id(), round.person())) {
            return List.of();
        }
        return ask(round, last == null ? 0 : last.position() + 1, now);
    }

    /**
     * The first item from that place on that can be asked; where its article has another version meanwhile, the one on the
     * same fact. The end of the round where there is none.
     */
    private List<Outbox.Message> ask(Round round, int from, Instant now) {
        boolean gone = false;
        for (int position = from; position < round.items().size(); position++) {
            String id = round.items().get(position);
            Optional<QuizItem> item = pool.usable(id);
            if (item.isPresent()) {
                Asked next = new Asked(
                        UUID.randomUUID().toString(),
                        round.id(),
                        item.get().id(),
                        position,
                        item.get().correct(),
                        now,
                        null,
                        null,
                        null);
                rounds.ask(next, round.inGroup() ? now.plus(QuizMessages.OPEN).plus(BREATH) : null);
                return List.of(shown(round, item.get(), next, now));
            }
            gone |= !pool.isServed(id);
        }
        return finish(round, now, gone);
    }

    private Outbox.Message shown(Round round, QuizItem item, Asked asked, Instant now) {
        Incoming to = to(round, now);
        int right = round.inGroup() ? 0 : standing(round).map(Standing::right).orElse(0);
        return round.typed()
                ? messages.question(to, round, item, asked.id(), asked.position() + 1, right)
                : messages.poll(to, round, item, asked.id(), asked.position() + 1, right);
    }

    private Optional<Standing> standing(Round round) {
        return rounds.standings(round.id()).stream().findFirst();
    }

    private Incoming to(Round round, Instant now) {
        Texts texts = choices.in(Tongue.of(round.language()).orElse(Tongue.ENGLISH));
        return new Incoming(round.chat(), !round.inGroup(), round.topic(), 0, round.person(), texts, now);
    }

    private List<Outbox.Message> finish(Round round, Instant now, boolean articleGone) {
        if (!rounds.end(round.id(), now)) {
            return List.of();
        }
        Incoming to = to(round, now);
        List<Standing> standings = rounds.standings(round.id());
        Reply reply;
        if (round.inGroup()) {
            reply = messages.leaderboard(
                    to.texts(), standings, rounds.asked(round.id()).size(), articleGone);
        } else {
            int right = standings.stream().mapToInt(Standing::right).sum();
            int answered = standings.stream().mapToInt(Standing::answered).sum();
            List<QuizItem> missed = rounds.missed(round.id(), round.person()).stream()
                    .flatMap(id -> pool.find(id).stream())
                    .toList();
            reply = messages.summary(to.texts(), right, answered, missed, articleGone);
        }
        return List.of(Outgoing.reply(to, reply));
    }

    // ---- answers

    /**
     * A vote in a poll. Votes of strangers on a reader's poll, second votes and votes that were taken back change nothing;
     * one that comes after its round still counts for what the reader has learned.
     */
    List<Outbox.Message> vote(PollAnswer vote, Instant at) {
        User voter = vote.getUser();
        List<Integer> chosen = vote.getOptionIds();
        Optional<Asked> asked = rounds.askedByPoll(vote.getPollId());
        if (voter == null || chosen == null || chosen.isEmpty() || asked.isEmpty()) {
            return List.of();
        }
        Optional<Round> found = rounds.find(asked.get().roundId());
        Optional<QuizItem> item = pool.find(asked.get().itemId());
        if (found.isEmpty() || item.isEmpty()) {
            return List.of();
        }
        Round round = found.get();
        if (!round.inGroup() && round.person() != voter.getId()) {
            return List.of();
        }
        int choice = chosen.getFirst();
        Integer right = asked.get().correct();
        String name = round.inGroup() ? voter.getFirstName() : null;
        record(
                asked.get(),
                item.get(),
                voter.getId(),
                choice,
                choice == (right == null ? item.get().correct() : right),
                at,
                name);
        return round.inGroup()
                        || rounds.open(round.chat()).filter(round::equals).isEmpty()
                ? List.of()
                : goOn(round, at);
    }

    /** What was typed, where a question of a reader's round waits for it; nothing otherwise. */
    Optional<List<Outbox.Message>> typed(Incoming in, String text) {
        Optional<Round> round = in.direct() ? rounds.open(in.chat()).filter(Round::typed) : Optional.empty();
        if (round.isEmpty() || text.strip().endsWith("?")) {
            return Optional.empty();
        }
        List<Asked> asked = rounds.asked(round.get().id());
        Optional<QuizItem> item =
                asked.isEmpty() ? Optional.empty() : pool.find(asked.getLast().itemId());
        if (item.isEmpty()) {
            return Optional.empty();
        }
        boolean right = quizzing.accepting().test(item.get(), text);
        record(asked.getLast(), item.get(), in.person(), null, right, in.at(), null);
        List<Outbox.Message> replies = new ArrayList<>(List.of(messages.graded(in, item.get(), right)));
        replies.addAll(goOn(round.get(), in.at()));
        return Optional.of(replies);
    }

    private void record(
            Asked asked,
            QuizItem item,
            long person,
            @Nullable Integer choice,
            boolean right,
            Instant at,
            @Nullable String name) {
        Instant shown = asked.sentAt() == null ? asked.askedAt() : asked.sentAt();
        Duration taken = Duration.between(shown, at);
        Learners.Attempt attempt = new Learners.Attempt(
                asked.id(),
                person,
                item.id(),
                item.fact(),
                item.articleId(),
                choice,
                right,
                Math.max(0, taken.toMillis()),
                at,
                name);
        learners.record(attempt, before -> scheduler.review(before, Grades.of(item, right, taken), at));
    }

    /** Ends the round in this chat; nothing where none goes on, or it is another's. */
    Optional<List<Outbox.Message>> cancel(Incoming in) {
        return rounds.open(in.chat())
                .filter(round -> !round.inGroup() || round.starter() == in.person())
                .map(round -> finish(round, in.at(), false));
    }

    /** Why the other options are wrong, once the reader has answered. */
    List<Outbox.Message> whyNot(Incoming in, String queryId, String askedId) {
        Optional<Asked> asked = rounds.askedAs(askedId);
        Optional<QuizItem> item = asked.flatMap(found -> pool.find(found.itemId()));
        if (item.isEmpty()) {
            return List.of(Outgoing.toast(in, queryId, in.texts().say(Phrase.GONE)));
        }
        if (!rounds.answered(askedId, in.person())) {
            return List.of(Outgoing.toast(in, queryId, in.texts().say(Phrase.QUIZ_ANSWER_FIRST)));
        }
        return List.of(Outgoing.toast(in, queryId, ""), Outgoing.reply(in, messages.whyNot(in.texts(), item.get())));
    }

    /** The next questions of the rounds whose time has come. */
    List<Outbox.Message> onTime(Instant now) {
        List<Outbox.Message> calls = new ArrayList<>();
        rounds.waiting(now).forEach(round -> calls.addAll(goOn(round, now)));
        rounds.stuck(now.minus(PATIENCE)).forEach(stuck -> calls.addAll(withoutLost(stuck, now)));
        return calls;
    }

    /**
     * What comes where the last question does not: the same again where it was never to be sent; the next one where nobody
     * knows whether it was sent; nothing any more where Telegram refuses to send to this chat.
     */
    private List<Outbox.Message> withoutLost(QuizRounds.Stuck stuck, Instant now) {
        Round round = stuck.round();
        if (stuck.reason() == null) {
            return goOn(round, now);
        }
        if (!stuck.reason().equals(Sender.MAYBE_SENT)) {
            rounds.end(round.id(), now);
            return List.of();
        }
        List<Outbox.Message> calls = new ArrayList<>();
        Incoming to = to(round, now);
        calls.add(Outgoing.reply(to, Reply.of(to.texts().say(Phrase.QUIZ_LOST))));
        calls.addAll(ask(round, rounds.asked(round.id()).getLast().position() + 1, now));
        return calls;
    }

    private static List<Outbox.Message> say(Incoming in, String words) {
        return List.of(Outgoing.reply(in, Reply.of(words)));
    }
}
