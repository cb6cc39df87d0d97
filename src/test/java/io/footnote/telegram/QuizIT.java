package io.footnote.telegram;

import static io.footnote.telegram.QuizFixture.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.quiz.QuizItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of questions through the bot. */
class QuizIT {
    private static final long ANN = 7_001;
    private static final long GROUP = -1_007_001;
    private static final Person READER = Person.reader(ANN);
    private static final Duration FAST = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private QuizFixture quiz;

    @BeforeEach
    void start() throws IOException {
        quiz = new QuizFixture(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        quiz.close();
        assertThat(quiz.api.violations()).isEmpty();
    }

    @Test
    void aRoundAsksByPollsThatNameTheirVotersKeepsTheScoreAndShowsWhatWasMissed() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        SentMessage first = quiz.message(ANN, 1);
        assertThat(first.isPoll()).isTrue();
        assertThat(first.arguments().path("type").asText()).isEqualTo("quiz");
        assertThat(first.arguments().path("is_anonymous").asBoolean(true)).isFalse();
        assertThat(first.arguments().path("explanation").asText())
                .isEqualTo("Mira Holt founded the lighthouse school in 1911.");
        assertThat(first.options().get(first.correctOption())).isEqualTo("Mira Holt");

        quiz.vote(READER, first, true, FAST);
        SentMessage second = quiz.message(ANN, 2);
        assertThat(second.arguments().path("description").asText()).contains("2 of 2", "right so far: 1");
        quiz.vote(READER, second, false, FAST);

        assertThat(quiz.message(ANN, 3).text())
                .contains("1 of 2 answers", second.text(), "42", "took in 42 pupils")
                .doesNotContain(first.text());
    }

    @Test
    void strangersSecondVotesAndVotesTakenBackAreHarmlessAndALateVoteCounts() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 3"));
        SentMessage first = quiz.message(ANN, 1);
        quiz.api.deliver(IncomingUpdate.pollAnswer(Person.reader(7_002), first, first.correctOption()));
        quiz.api.deliver(IncomingUpdate.pollAnswer(READER, first, -1));
        quiz.vote(READER, first, true, FAST);
        SentMessage second = quiz.message(ANN, 2);
        quiz.api.deliver(IncomingUpdate.pollAnswer(READER, first, 2));
        quiz.api.deliver(IncomingUpdate.text(READER, "/cancel"));
        assertThat(quiz.message(ANN, 3).text()).contains("1 of 1 answer");

        quiz.vote(READER, second, true, FAST);
        quiz.api.deliver(IncomingUpdate.text(READER, "/due"));
        assertThat(quiz.message(ANN, 4).text()).contains("2 facts");
        assertThat(quiz.api.messagesTo(7_002)).isEmpty();
    }

    @Test
    void aPollThatIsVotedOnAfterARestartGoesOn() throws InterruptedException {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        SentMessage first = quiz.message(ANN, 1);
        quiz.restart();
        quiz.vote(READER, first, true, FAST);

        assertThat(quiz.message(ANN, 2).arguments().path("description").asText())
                .contains("right so far: 1");
    }

    @Test
    void theReasonsAgainstTheOtherOptionsComeAfterTheAnswerAndNotBefore() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 1"));
        SentMessage poll = quiz.message(ANN, 1);
        String why = button(poll, 0);
        quiz.api.deliver(IncomingUpdate.callback(READER, poll, why));
        quiz.api.awaitThat(
                "the refusal", SOON, server -> server.unansweredCallbacks().isEmpty());
        assertThat(quiz.api.messagesTo(ANN)).hasSize(1);

        quiz.vote(READER, poll, true, FAST);
        quiz.message(ANN, 2);
        quiz.api.deliver(IncomingUpdate.callback(READER, poll, why));
        assertThat(quiz.message(ANN, 3).text())
                .contains(
                        "Jon Aske",
                        "Jon Aske taught them to read the weather.",
                        "Lena Brandt wrote the first almanac.");
    }

    @Test
    void typedAnswersAreGradedAndAQuestionInBetweenIsAnswered() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz typed how_many 2"));
        assertThat(quiz.message(ANN, 1).text()).contains("How many pupils");
        quiz.api.deliver(IncomingUpdate.text(READER, "What is a sound?"));
        assertThat(quiz.message(ANN, 2).text()).contains("About: What is a sound?");
        quiz.api.deliver(IncomingUpdate.text(READER, "42"));
        assertThat(quiz.message(ANN, 3).text()).startsWith("Right.");
        assertThat(quiz.message(ANN, 4).text()).contains("ferry");
        quiz.api.deliver(IncomingUpdate.text(READER, "7"));
        assertThat(quiz.message(ANN, 5).text()).startsWith("Not right. It is: 6");
        assertThat(quiz.message(ANN, 6).text()).contains("1 of 2 answers");
    }

    @Test
    void aGroupPlaysAgainstTheClockAndTheFasterOfTheBestWins() {
        Person bob = new Person(7_003, "<b>Bob</b>", "en", false);
        quiz.api.deliver(IncomingUpdate.groupText(GROUP, READER, "/quiz@footnote_bot 2"));
        SentMessage first = quiz.message(GROUP, 2);
        assertThat(first.arguments().path("open_period").asInt()).isEqualTo(30);
        quiz.vote(bob, first, true, FAST);
        quiz.vote(READER, first, true, FAST);
        quiz.pass(QuizMessages.OPEN.plus(Quizzes.BREATH));
        SentMessage second = quiz.message(GROUP, 3);
        quiz.vote(READER, second, true, FAST);
        quiz.vote(bob, second, true, FAST.multipliedBy(4));
        quiz.pass(QuizMessages.OPEN.plus(Quizzes.BREATH));

        String board = quiz.message(GROUP, 4).text();
        assertThat(board).contains("2/2", "Bob");
        assertThat(board.indexOf("2. <b>Bob</b>"))
                .as("slower over all: " + board)
                .isPositive();
    }

    @Test
    void aQuizOnAnArticleThatIsRemovedMeanwhileEndsPolitely() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        SentMessage first = quiz.message(ANN, 1);
        quiz.serve(List.of(QuizFixture.article("other", List.of("Nothing happened."))));
        quiz.vote(READER, first, true, FAST);

        assertThat(quiz.message(ANN, 2).text()).contains("not offered any more", "1 of 1 answer");
    }

    @Test
    void aRoundGoesOnWithTheArticlesNewVersionAndWhatWasLearnedIsAskedInItsWords() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        SentMessage first = quiz.message(ANN, 1);
        List<String> edited = new ArrayList<>(QuizFixture.SENTENCES);
        edited.set(0, "Mira Holt founded the lighthouse school in early 1911.");
        quiz.serve(List.of(QuizFixture.article("second-version", edited)));
        quiz.vote(READER, first, true, FAST);
        SentMessage second = quiz.message(ANN, 2);
        assertThat(second.text()).contains("How many pupils");
        quiz.vote(READER, second, true, FAST);
        assertThat(quiz.message(ANN, 3).text()).contains("2 of 2").doesNotContain("not offered");

        quiz.pass(Duration.ofDays(30));
        quiz.api.deliver(IncomingUpdate.text(READER, "/due"));
        assertThat(quiz.message(ANN, 4).text()).contains("2 facts");
        assertThat(quiz.message(ANN, 5).arguments().path("explanation").asText())
                .isEqualTo(edited.getFirst());
    }

    @Test
    void whatModeratorsSwitchOffIsNotAskedInRoundsByLinksOrAsDue() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 3"));
        SentMessage first = quiz.message(ANN, 1);
        quiz.decisions().switchOff("quiz-article-2", true);
        quiz.vote(READER, first, true, FAST);
        SentMessage third = quiz.message(ANN, 2);
        assertThat(third.text()).contains("taught them to read");
        quiz.decisions().switchOff("quiz-article-3", true);
        quiz.vote(READER, third, true, FAST);
        assertThat(quiz.message(ANN, 3).text()).contains("2 of 2");

        quiz.api.deliver(IncomingUpdate.text(READER, "/start q_quiz-article-3"));
        assertThat(quiz.message(ANN, 4).text()).contains("not asked any more");
        quiz.pass(Duration.ofDays(30));
        quiz.api.deliver(IncomingUpdate.text(READER, "/due"));
        assertThat(quiz.message(ANN, 5).text()).contains("1 fact is due");
        assertThat(quiz.message(ANN, 6).text()).isEqualTo(first.text());
        quiz.pass(FAST);
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 20"));
        assertThat(quiz.message(ANN, 7).arguments().path("description").asText())
                .contains("of 4");
    }

    @Test
    void aVoteIsGradedAsThePollWasSentHoweverTheItemIsCorrectedMeanwhile() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 1"));
        SentMessage poll = quiz.message(ANN, 1);
        QuizItem item = QuizFixture.items(QuizFixture.ARTICLE).getFirst();
        quiz.decisions()
                .correct(
                        new QuizItem(
                                item.id(),
                                item.type(),
                                item.question(),
                                List.of("Jon Aske", "Lena Brandt", "Mira Holt"),
                                2,
                                item.explanation(),
                                item.articleId(),
                                item.evidence(),
                                item.fact()),
                        quiz.now());
        quiz.vote(READER, poll, true, FAST);
        assertThat(quiz.message(ANN, 2).text()).contains("1 of 1 answer");
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz who 3"));
        assertThat(quiz.message(ANN, 3).text()).as("what is new comes first").contains("taught them");
    }

    @Test
    void aPollOfWhichNobodyKnowsWhetherItWasSentIsToldOfAndTheNextOneCounts() {
        quiz.api.failNext("sendPoll", 1, new Fault.Drop(true));
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        SentMessage maybe = quiz.message(ANN, 1);
        QuizFixture.await(() -> {
            quiz.pass(Sender.LONGEST_PAUSE);
            return quiz.api.messagesTo(ANN).size() > 1 ? Optional.of(maybe) : Optional.empty();
        });
        assertThat(quiz.message(ANN, 2).text()).contains("does not count");
        SentMessage second = quiz.message(ANN, 3);
        assertThat(second.text()).isNotEqualTo(maybe.text());
        quiz.api.deliver(IncomingUpdate.pollAnswer(READER, maybe, maybe.correctOption()));
        quiz.vote(READER, second, true, FAST);
        assertThat(quiz.message(ANN, 4).text()).contains("1 of 1 answer").doesNotContain(maybe.text());
    }

    @Test
    void aRoundEndsQuietlyWhereTelegramRefusesItsPoll() {
        quiz.api.failNext("sendPoll", 1, new Fault.Refuse(400, "POLL_REFUSED", 0));
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 2"));
        quiz.api.awaitThat(
                "the refusal", SOON, server -> server.calls("sendPoll").size() == 1);
        QuizFixture.await(() -> quiz.openRound(ANN).isEmpty() ? Optional.of(true) : Optional.empty());
        assertThat(quiz.api.messagesTo(ANN)).isEmpty();
    }

    @Test
    void anArticleInAnotherLanguageGivesNoQuestionsAndOneClearSentence() {
        Article english = QuizFixture.ARTICLE;
        quiz.serve(List.of(new Article(
                "fr", english.title(), english.source(), null, "fr", "Rien.", List.of(new Sentence(1, 0, 5, true)))));
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz"));
        assertThat(quiz.message(ANN, 1).text())
                .isEqualTo("I can make questions of articles in English only, and this one is in another language.");
    }

    @Test
    void aReminderTakesAPlaceAnOffsetOrNeither() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/remind 18 europe/berlin"));
        assertThat(quiz.message(ANN, 1).text()).contains("18:00 Europe/Berlin");
        quiz.api.deliver(IncomingUpdate.text(READER, "/remind 7 +3"));
        assertThat(quiz.message(ANN, 2).text()).contains("07:00 UTC+3 ");
        quiz.api.deliver(IncomingUpdate.text(READER, "/remind 18 Atlantis"));
        assertThat(quiz.message(ANN, 3).text()).contains("/remind 18 Europe/Berlin");
    }

    @Test
    void whatCannotBeAskedIsSaidInASentence() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 21"));
        assertThat(quiz.message(ANN, 1).text()).contains("1 to 20");
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz nonsense"));
        assertThat(quiz.message(ANN, 2).text()).contains("/quiz typed");
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz order"));
        assertThat(quiz.message(ANN, 3).text()).contains("no good question of this kind");
        quiz.api.deliver(IncomingUpdate.text(READER, "/quiz 20"));
        assertThat(quiz.message(ANN, 4).isPoll()).as("as many as there are").isTrue();
    }

    @Test
    void underStartStandQuestionsThatTheBotAnswersAndADeepLinkAsksOne() {
        quiz.api.deliver(IncomingUpdate.text(READER, "/start"));
        List<String> labels = new ArrayList<>();
        int sent = 1;
        while (labels.isEmpty()) {
            SentMessage start = quiz.message(ANN, sent);
            start.arguments()
                    .path("reply_markup")
                    .path("inline_keyboard")
                    .forEach(row -> labels.add(row.path(0).path("text").asText()));
            if (labels.size() < SuggestedQuestions.MOST) {
                labels.clear();
                sent++;
                quiz.api.deliver(IncomingUpdate.text(READER, "/start"));
            }
        }
        assertThat(labels).hasSize(3).noneMatch(label -> label.contains("pupils"));

        quiz.api.deliver(IncomingUpdate.callback(READER, quiz.message(ANN, sent), button(quiz.message(ANN, sent), 1)));
        assertThat(quiz.message(ANN, sent + 1).text()).contains("About: " + labels.get(1));
        quiz.api.deliver(IncomingUpdate.text(READER, "/start q_quiz-article-1"));
        assertThat(quiz.message(ANN, sent + 2).text()).contains("About: Who founded");
    }

    private static String button(SentMessage message, int row) {
        JsonNode rows = message.arguments().path("reply_markup").path("inline_keyboard");
        return rows.path(row).path(0).path("callback_data").asText();
    }
}
