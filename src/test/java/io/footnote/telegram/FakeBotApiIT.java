package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.telegram.BotApiCall.End;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server does on the wire, asked with a plain HTTP client. */
class FakeBotApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeBotApi api = FakeBotApi.start();

    FakeBotApiIT() throws IOException {}

    @BeforeEach
    void opensAChat() {
        api.openChat(7);
    }

    @AfterEach
    void closes() {
        api.close();
        http.close();
    }

    @Test
    void confirmsByOffsetAndDeliversAgainUntilThen() throws Exception {
        long id = api.deliver(IncomingUpdate.text(7, "who?")).updateId();

        assertThat(updateIds("{}")).containsExactly(id);
        assertThat(updateIds("{\"offset\":" + id + "}")).containsExactly(id);
        assertThat(api.unconfirmed()).containsExactly(id);
        assertThat(updateIds("{\"offset\":" + (id + 1) + "}")).isEmpty();
        api.awaitConfirmed(id, SOON);
        assertThat(api.deliveries(id)).isEqualTo(2);
    }

    @Test
    void answersTheOlderOfTwoPollsWith409AndTheNewerWithTheUpdate() throws Exception {
        CompletableFuture<HttpResponse<String>> older = postAsync("getUpdates", "{\"timeout\":50}");
        api.awaitCall("getUpdates", call -> call.outcome().end() == End.PENDING, SOON);
        CompletableFuture<HttpResponse<String>> newer = postAsync("getUpdates", "{\"timeout\":50}");

        HttpResponse<String> conflict = older.get(20, TimeUnit.SECONDS);
        api.deliver(IncomingUpdate.text(7, "who?"));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(MAPPER.readTree(conflict.body()).path("description").asText())
                .startsWith("Conflict: terminated by other getUpdates request");
        assertThat(newer.get(20, TimeUnit.SECONDS).body()).contains("who?");
    }

    @Test
    void refusesAWrongTokenWith401AndAShapelessOneWith404() throws Exception {
        String wrong = "/bot" + FakeBotApi.TOKEN.replace("AAF", "AAX") + "/getMe";

        assertThat(postTo(wrong, "{}").statusCode()).isEqualTo(401);
        assertThat(postTo("/botsecret/getMe", "{}").statusCode()).isEqualTo(404);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void findsMethodsWhateverTheirCaseAndTakesQueryFormAndMultipart() throws Exception {
        String query = "/bot" + FakeBotApi.TOKEN + "/SENDmessage?chat_id=7&text=one%20%26";
        http.send(HttpRequest.newBuilder(uri(query)).build(), BodyHandlers.ofString());
        postForm("sendmessage", "application/x-www-form-urlencoded", "chat_id=7&text=two+%C3%A9");
        String multipart = """
                --B\r
                Content-Disposition: form-data; name="chat_id"\r
                \r
                7\r
                --B\r
                Content-Disposition: form-data; name="text"\r
                \r
                three é\r
                --B--\r
                """;
        postForm("sendMessage", "multipart/form-data; boundary=B", multipart);

        assertThat(api.messagesTo(7)).extracting(SentMessage::text).containsExactly("one &", "two é", "three é");
        assertThat(api.messagesTo(7)).extracting(SentMessage::messageId).containsExactly(1, 2, 3);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void refusesAnUnknownMethodAndNotesTheViolation() throws Exception {
        assumeTrue(api.checksCalls(), () -> "the official specification is not at " + BotApiSpecification.file());

        assertThat(post("sendTelegram", "{}").statusCode()).isEqualTo(404);
        assertThat(post("sendChatAction", "{\"chat_id\":7,\"action\":\"typing\",\"mood\":\"good\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.violations()).hasSize(2).last().asString().startsWith("sendChatAction: unknown field mood");
    }

    @Test
    void measuresTheTextAfterParsing() throws Exception {
        String longest = "<b>" + "x".repeat(4096) + "</b>";

        assertThat(post("sendMessage", sending(7, longest)).statusCode()).isEqualTo(200);
        assertThat(description(post("sendMessage", sending(7, longest + "y"))))
                .isEqualTo("Bad Request: message is too long");
        assertThat(description(post("sendMessage", sending(7, "<b> </b>"))))
                .isEqualTo("Bad Request: message text is empty");
    }

    @Test
    void writesOnlyToChatsItHasHeardOf() throws Exception {
        assertThat(description(post("sendMessage", sending(8, "hello")))).isEqualTo("Bad Request: chat not found");

        api.deliver(IncomingUpdate.text(8, "hello"));

        assertThat(post("sendMessage", sending(8, "hello")).statusCode()).isEqualTo(200);
        assertThat(api.messagesTo(8))
                .extracting(SentMessage::messageId)
                .as("the reader's message was number 1")
                .containsExactly(2);
    }

    @Test
    void failsAsManyCallsAsItWasTold() throws Exception {
        api.failNext("sendmessage", 2, Fault.internalServerError());
        api.failNext("sendMessage", 1, Fault.badGateway());

        assertThat(post("sendMessage", sending(7, "a")).statusCode()).isEqualTo(500);
        assertThat(post("getMe", "{}").statusCode()).isEqualTo(200);
        assertThat(post("sendMessage", sending(7, "a")).statusCode()).isEqualTo(500);
        HttpResponse<String> gateway = post("sendMessage", sending(7, "a"));
        assertThat(gateway.statusCode()).isEqualTo(502);
        assertThat(gateway.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(post("sendMessage", sending(7, "a")).statusCode()).isEqualTo(200);
        assertThat(api.messagesTo(7)).hasSize(1);
    }

    @Test
    void dropsTheConnectionBeforeOrAfterTheEffect() {
        api.failNext("sendMessage", 1, Fault.dropBeforeProcessing());
        api.failNext("sendMessage", 1, Fault.dropAfterProcessing());

        assertThatThrownBy(() -> post("sendMessage", sending(7, "before"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("sendMessage", sending(7, "after"))).isInstanceOf(IOException.class);

        assertThat(api.messagesTo(7)).extracting(SentMessage::text).containsExactly("after");
        assertThat(api.calls("sendMessage"))
                .extracting(call -> call.outcome().end())
                .containsExactly(End.DROPPED_BEFORE_PROCESSING, End.DROPPED_AFTER_PROCESSING);
    }

    @Test
    void saysHowLongToWaitWhenFlooded() throws Exception {
        api.limitFlood(1, 30, Duration.ofMinutes(2));
        api.openChat(8);

        assertThat(post("sendMessage", sending(7, "a")).statusCode()).isEqualTo(200);
        HttpResponse<String> refusal = post("sendMessage", sending(7, "b"));
        assertThat(post("sendMessage", sending(8, "c")).statusCode()).isEqualTo(200);

        assertThat(refusal.statusCode()).isEqualTo(429);
        JsonNode body = MAPPER.readTree(refusal.body());
        assertThat(body.path("parameters").path("retry_after").asInt()).isBetween(1, 120);
        assertThat(body.path("description").asText()).startsWith("Too Many Requests: retry after ");
    }

    @Test
    void keepsItsPortAndItsUpdatesOverAnOutage() throws Exception {
        long id = api.deliver(IncomingUpdate.text(7, "who?")).updateId();
        CompletableFuture<HttpResponse<String>> waiting =
                postAsync("getUpdates", "{\"timeout\":50,\"offset\":" + (id + 1) + "}");
        api.awaitConfirmed(id, SOON);
        api.stop();

        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("getMe", "{}")).isInstanceOf(ConnectException.class);
        long later = api.deliver(IncomingUpdate.text(7, "and when?")).updateId();
        api.restart();

        assertThat(updateIds("{\"timeout\":50}")).containsExactly(later);
    }

    @Test
    void refusesToPollBesideAWebhook() throws Exception {
        post("setWebhook", "{\"url\":\"https://example.org/hook\"}");
        assertThat(post("getUpdates", "{}").statusCode()).isEqualTo(409);

        post("deleteWebhook", "{}");
        assertThat(post("getUpdates", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsWhichCallbackQueriesWereAnswered() throws Exception {
        post("sendMessage", sending(7, "pick"));
        SentMessage below = api.awaitMessage(7, SOON);
        api.deliver(IncomingUpdate.callback(Person.reader(7), below, "next"));
        String id = api.unansweredCallbacks().iterator().next();

        assertThat(description(post("answerCallbackQuery", "{\"callback_query_id\":\"1\"}")))
                .contains("query ID is invalid");
        assertThat(post("answerCallbackQuery", "{\"callback_query_id\":\"" + id + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.unansweredCallbacks()).isEmpty();
    }

    @Test
    void saysWhatItWaitedForInVain() throws Exception {
        post("getMe", "{}");

        assertThatThrownBy(() -> api.awaitMessage(7, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 messages to chat 7")
                .hasMessageContaining("getMe");
    }

    private static String sending(long chatId, String html) {
        return MAPPER.createObjectNode()
                .put("chat_id", chatId)
                .put("text", html)
                .put("parse_mode", "HTML")
                .toString();
    }

    private List<Long> updateIds(String arguments) throws Exception {
        return MAPPER.readTree(post("getUpdates", arguments).body()).findValues("update_id").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static String description(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body()).path("description").asText();
    }

    private HttpResponse<String> post(String method, String json) throws IOException, InterruptedException {
        return postTo("/bot" + FakeBotApi.TOKEN + "/" + method, json);
    }

    private HttpResponse<String> postTo(String path, String json) throws IOException, InterruptedException {
        return http.send(request(path, "application/json", json), BodyHandlers.ofString());
    }

    private void postForm(String method, String type, String body) throws IOException, InterruptedException {
        http.send(request("/bot" + FakeBotApi.TOKEN + "/" + method, type, body), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> postAsync(String method, String json) {
        return http.sendAsync(
                request("/bot" + FakeBotApi.TOKEN + "/" + method, "application/json", json), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String type, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return api.url().resolve(path);
    }
}
