package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Learners;
import io.footnote.storage.Outbox;
import io.footnote.storage.ReaderData;
import java.time.Duration;
import java.util.List;

/** What readers can know and decide about what is kept about them. Safe for any number of threads. */
final class Privacy {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How long a question in work may hold up the forgetting. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stores stores;
    private final Questions questions;
    private final BotApi api;
    private final Duration retention;

    /** @param retention how long questions are kept */
    Privacy(Stores stores, Questions questions, BotApi api, Duration retention) {
        this.stores = stores;
        this.questions = questions;
        this.api = api;
        this.retention = retention;
    }

    /** What is kept, why and for how long. */
    Reply policy(Incoming in) {
        return Reply.of(in.texts().say(Phrase.PRIVACY, "days", Math.max(1, retention.toDays())));
    }

    /** What is kept, as a file. */
    Outbox.Message data(Incoming in) {
        List<ReaderData.Asked> asked = stores.readers().askedBy(in.person());
        ChatSettings.Values chosen = stores.settings().of(in.person());
        ObjectNode data = MAPPER.createObjectNode();
        data.putObject("settings").put("language", chosen.language()).put("article", chosen.article());
        data.put("messages_in_work", stores.readers().waiting(in.person()));
        data.put("model_cost_microdollars", stores.readers().spentOn(in.person()));
        ArrayNode list = data.putArray("questions");
        AnswerMessage shown = questions.posting().in(in.texts());
        for (ReaderData.Asked one : asked) {
            list.addObject()
                    .put("asked_at", one.trace().question().askedAt().toString())
                    .put("question", one.trace().question().text())
                    .put("understood_as", one.trace().understoodAs())
                    .put("answer", shown.words(one.trace().answer()))
                    .put("opinion", one.opinion());
        }
        addLearning(data, in.person());
        return DocumentCall.message(
                in, "footnote-data.json", written(data), in.texts().say(Phrase.MYDATA_CAPTION, "count", asked.size()));
    }

    private void addLearning(ObjectNode data, long person) {
        ArrayNode answers = data.putArray("quiz_answers");
        for (Learners.Answered one : stores.learners().answered(person, Integer.MAX_VALUE)) {
            answers.addObject()
                    .put("answered_at", one.at().toString())
                    .put("article", one.articleId())
                    .put("right", one.right());
        }
        ArrayNode facts = data.putArray("quiz_facts");
        for (Learners.Learned one : stores.learners().learned(person)) {
            facts.addObject()
                    .put("article", one.articleId())
                    .put("last_asked_at", one.schedule().reviewedAt().toString())
                    .put("due_at", one.schedule().due().toString());
        }
        stores.learners()
                .reminder(person)
                .ifPresent(wish ->
                        data.putObject("reminder").put("hour", wish.hour()).put("time_zone", wish.zone()));
    }

    private static String written(ObjectNode data) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Asks whether to delete. */
    Outbox.Message askWhetherToForget(Incoming in) {
        int count = stores.readers().askedBy(in.person()).size();
        Buttons buttons = new Buttons()
                .row(in.texts().say(Phrase.BUTTON_FORGET), Press.of(Press.Verb.FORGET))
                .beside(in.texts().say(Phrase.BUTTON_KEEP), Press.of(Press.Verb.KEEP));
        return Outgoing.reply(in, Reply.of(in.texts().say(Phrase.FORGET_ASK, "count", count)), buttons.markup(), null);
    }

    /** Leaves everything as it is. */
    List<Outbox.Message> keep(Incoming in, String queryId, int message) {
        return List.of(
                Outgoing.toast(in, queryId, ""),
                Outgoing.edit(in, message, Reply.of(in.texts().say(Phrase.KEPT)), null, null));
    }

    /**
     * Deletes everything about the person, this press included, and says so. What it says is not stored, because it would
     * name them again: when it is lost, the message that asked stays as it was.
     */
    void forget(Incoming in, String queryId, int message) throws InterruptedException {
        questions.stopAll(in.person(), PATIENCE);
        stores.readers().forget(in.person());
        String done = in.texts().say(Phrase.FORGOTTEN);
        api.tryCall(Outgoing.toastAlone(queryId, done));
        api.tryCall(Outgoing.edited(in, message, done, null, null));
    }
}
