package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.footnote.desk.DeskFixture.Visitor;
import io.footnote.storage.AuditTrail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers and moderators may try at the desk, over HTTP. */
final class DeskAttacksIT {
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onclick=\"alert(3)";

    @TempDir
    Path folder;

    private DeskFixture desk;

    @BeforeEach
    void start() throws IOException {
        desk = new DeskFixture(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private static String ticket(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private HttpResponse<String> use(String ticket) throws IOException, InterruptedException {
        return desk.new Visitor().post("/sign-in", Map.of("ticket", ticket));
    }

    @Test
    void aLinkSignsInOnceAndLookingAtItUsesNothingUp() throws Exception {
        String link = desk.desk.link(DeskFixture.MODERATOR);
        Visitor visitor = desk.new Visitor();
        for (int preview = 0; preview < 3; preview++) {
            assertThat(visitor.get(link.substring(desk.url.length())).statusCode())
                    .isEqualTo(200);
        }
        assertThat(use(ticket(link)).statusCode()).isEqualTo(303);
        assertThat(use(ticket(link)).statusCode()).isEqualTo(403);
    }

    @Test
    void aLinkEndsAfterFiveMinutes() throws Exception {
        String last = ticket(desk.desk.link(DeskFixture.MODERATOR));
        String late = ticket(desk.desk.link(DeskFixture.MODERATOR));
        desk.pass(SignInLinks.VALID);
        assertThat(use(last).statusCode()).isEqualTo(303);
        desk.pass(Duration.ofSeconds(1));
        assertThat(use(late).statusCode()).isEqualTo(403);
    }

    @Test
    void aForgedLinkIsRefused() throws Exception {
        String ticket = ticket(desk.desk.link(DeskFixture.MODERATOR));
        String otherUser = ticket.replaceFirst("^1001", "1");
        String longer = ticket.replaceFirst("\\.(\\d+)\\.", ".9999999999.");
        String otherKey =
                ticket(new SignInLinks(new Signature(Signature.newKey()), desk::now).make(DeskFixture.MODERATOR));
        for (String forged :
                List.of(otherUser, longer, otherKey, ticket + "x", "", "1.2.3", "a.b.c.d", "x".repeat(5_000))) {
            assertThat(use(forged).statusCode()).as(forged).isEqualTo(403);
        }
    }

    @Test
    void aLinkOfSomebodyNoLongerListedIsRefused() throws Exception {
        String ticket = ticket(desk.desk.link(DeskFixture.MODERATOR));
        desk.roles.remove(DeskFixture.MODERATOR);
        assertThat(use(ticket).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> desk.desk.link(77)).hasMessageContaining("77 is not listed");
    }

    @Test
    void anothersLinkNeverGivesTheRightsOfTheOneSignedIn() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        visitor.as(DeskFixture.MODERATOR);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void guessingLinksEnds() throws Exception {
        for (int attempt = 0; attempt < Attempts.MAX; attempt++) {
            assertThat(use("guess" + attempt).statusCode()).isEqualTo(403);
        }
        String good = ticket(desk.desk.link(DeskFixture.MODERATOR));
        assertThat(use(good).statusCode()).isEqualTo(429);
        desk.pass(Attempts.WINDOW);
        assertThat(use(ticket(desk.desk.link(DeskFixture.MODERATOR))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aCookieThatWasPlantedBeforeIsNotTheOneSignedIn() throws Exception {
        String form = "ticket=" + ticket(desk.desk.link(DeskFixture.MODERATOR));
        String answer = raw("POST /sign-in HTTP/1.1\r\nHost: x\r\nCookie: desk=planted\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .contains("Set-Cookie: desk=")
                .doesNotContain("desk=planted");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nCookie: desk=planted\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aMadeUpCookieIsNobody() throws Exception {
        Visitor stranger = desk.new Visitor();
        for (String path : List.of("/", "/queue", "/audit", "/entry/e1")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nCookie: desk=made-up\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void aRoleThatIsTakenAwayEndsAtTheNextRequest() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(200);
        desk.roles.put(DeskFixture.ADMINISTRATOR, Role.MODERATOR);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        desk.roles.remove(DeskFixture.ADMINISTRATOR);
        assertThat(visitor.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterItsTimeAndBySigningOut() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        assertThat(visitor.send("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/").statusCode()).isEqualTo(401);
        visitor.as(DeskFixture.MODERATOR);
        desk.pass(Sessions.LENGTH.plusSeconds(1));
        assertThat(visitor.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void noChangeIsMadeWithoutATokenOfTheSameSession() throws Exception {
        desk.records.record(desk.answered("e1", "When does it sail?", 2, 0.9));
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        String foreign = desk.new Visitor().as(DeskFixture.MODERATOR).formToken();
        for (Routes.Route route : desk.desk.routes()) {
            if (route.changes()) {
                String path = path(route.path());
                Map<String, String> form = new TreeMap<>(forms().get(route.path()));
                assertThat(visitor.post(path, form).statusCode()).as(path).isEqualTo(403);
                form.put("form-token", foreign);
                assertThat(visitor.post(path, form).statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(desk.reviews.of("e1")).isEmpty();
    }

    @Test
    void administratorsWorkIsRefusedToModerators() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        assertThat(desk.desk.routes())
                .filteredOn(route -> route.least() == Role.ADMINISTRATOR)
                .isNotEmpty();
        for (Routes.Route route : desk.desk.routes()) {
            if (route.least() == Role.ADMINISTRATOR) {
                String path = path(route.path());
                HttpResponse<String> response = route.changes() ? visitor.send(path, Map.of()) : visitor.get(path);
                assertThat(response.statusCode()).as(path).isEqualTo(403);
                assertThat(response.body()).contains("Only administrators");
            }
        }
    }

    @Test
    void textOfReadersAndModeratorsIsTextAndNothingElse() throws Exception {
        desk.records.record(desk.answered("e1", "When? " + SCRIPT, 2, 0.9));
        desk.records.record(desk.refused("e2", "Who? " + SCRIPT, 0.9));
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        visitor.send("/entry/e1/review", Map.of("decision", "right", "note", SCRIPT));
        desk.quizItem("q1", "When? " + SCRIPT);
        String quiz = "/quiz/" + desk.article.id();
        for (String path : List.of("/", "/entry/e1", "/audit", "/?q=script", "/unanswered", "/figures", quiz)) {
            String body = visitor.get(path).body();
            assertThat(body)
                    .as(path)
                    .contains("alert(1)")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<b>line</b>");
        }
        assertThat(visitor.get("/?q=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    /** Where it is kept at all: with answers in the quiz of a group. */
    @Test
    void noPageShowsTheNameOfAReader() throws Exception {
        desk.sent("e1", "When does it sail?");
        desk.quizItem("q1", "When does the ferry sail?");
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        for (Routes.Route route : desk.desk.routes()) {
            if (!route.changes()) {
                assertThat(visitor.get(path(route.path())).body())
                        .as(route.path())
                        .isNotEmpty()
                        .doesNotContain("Nymphodora", "alert(9)");
            }
        }
    }

    @Test
    void noFilterReachesTheDatabaseAsSql() throws Exception {
        desk.records.record(desk.refused("e1", "When does it sail?", 0.2));
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        for (String place : List.of(
                "/?q=",
                "/?from=",
                "/?to=",
                "/?article=",
                "/?outcome=",
                "/?reason=",
                "/?below=",
                "/?opinion=",
                "/?flag=",
                "/?language=",
                "/?engine=",
                "/?reviewed=",
                "/?order=",
                "/?after=",
                "/log.csv?q=",
                "/log.jsonl?flag=",
                "/figures?from=",
                "/figures?article=",
                "/unanswered?to=",
                "/unanswered?article=",
                "/unanswered.csv?article=",
                "/audit?before=",
                "/threshold?value=",
                "/quiz/",
                "/entry/")) {
            for (String attack : List.of(
                    "' or '1'='1",
                    "1; drop table answer; --",
                    "\" or 1=1 --",
                    "x') union select value from desk_key --",
                    "NEAR(",
                    "*",
                    "\"")) {
                HttpResponse<String> response = visitor.get(place
                        + URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20"));
                assertThat(response.statusCode()).as(place + attack).isIn(200, 400, 404);
                assertThat(response.body()).as(place + attack).doesNotContain("When does it sail?");
            }
        }
        assertThat(desk.records.find("e1")).isPresent();
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        for (Map.Entry<String, String> one : Map.of(
                        "/entry/gone", "entry", "/quiz/gone", "quiz", "/assets/gone", "file", "/gone", "page")
                .entrySet()) {
            HttpResponse<String> response = visitor.get(one.getKey());
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("There is no such " + one.getValue() + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?from=2026-02-30",
                "/?to=1969-12-31",
                "/?from=2026-11-02&to=2026-11-01",
                "/figures?from=2026-11-02&to=2026-11-01",
                "/?below=1.01",
                "/?outcome=maybe",
                "/?after=x"
            })
    void aFilterThatCannotBeIsToldInOneSentence(String path) throws Exception {
        HttpResponse<String> response =
                desk.new Visitor().as(DeskFixture.MODERATOR).get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).containsPattern("<p role=\"alert\">[A-Z][^<]{10,100}\\.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2flogback.xml",
                "/assets/../../logback.xml",
                "/assets/%2e%2e/%2e%2e/logback.xml",
                "/assets/..%5c..%5clogback.xml",
                "/entry/..%2f..%2fetc%2fpasswd",
                "/entry/%2e%2e"
            })
    void noPathLeavesThePages(String path) throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        String cookieless = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(cookieless)
                .startsWith("HTTP/1.1 4")
                .doesNotContain("configuration")
                .doesNotContain("root:");
        assertThat(visitor.get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void everyAnswerCarriesTheHeaders() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        for (String path : List.of("/", "/queue", "/audit", "/nowhere", "/assets/desk.css", "/sign-in")) {
            HttpResponse<String> response = visitor.get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .contains(Headers.CONTENT_SECURITY_POLICY);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(response.headers().firstValue("Server")).isEmpty();
            assertThat(response.body()).doesNotContain("\tat io.");
        }
        assertThat(Headers.CONTENT_SECURITY_POLICY)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        String cookie = use(ticket(desk.desk.link(DeskFixture.MODERATOR)))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        desk.close();
        desk = new DeskFixture(folder, new DeskAddress(0, "127.0.0.1", null, true, true));
        HttpResponse<String> behindProxy = use(ticket(desk.desk.link(DeskFixture.MODERATOR)));
        assertThat(behindProxy.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-")
                .contains("Secure", "HttpOnly");
        assertThat(behindProxy.headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void aPublicAddressNeedsAProxy() {
        assertThatThrownBy(() -> new DeskAddress(0, "0.0.0.0", null, false, true))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("desk.behind-proxy");
        assertThatThrownBy(() -> new DeskAddress(0, "0.0.0.0", URI.create("https://desk.example.org"), false, true))
                .isInstanceOf(DeskException.class);
        assertThat(new DeskAddress(0, "0.0.0.0", null, true, true).encrypted()).isTrue();
    }

    /** A route's path with something that is there for each of its parameters. */
    private String path(String route) {
        return route.replace("{id}", "e1")
                .replace("{number}", "1")
                .replace("{person}", "5")
                .replace("{item}", "q1")
                .replace("{article}", desk.article.id());
    }

    /** A form that each changing route takes, in an order in which they work one after the other. */
    private Map<String, Map<String, String>> forms() {
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        forms.put("/entry/{id}/open", Map.of());
        forms.put("/entry/{id}/review", Map.of("decision", "right", "note", "fine"));
        forms.put("/review/undo", Map.of());
        forms.put("/queue/next", Map.of());
        forms.put(
                "/entry/{id}/correction",
                Map.of("article", desk.article.id(), "statements", "The ferry sails again from Monday. [2]"));
        forms.put("/entry/{id}/correction/send", Map.of());
        forms.put("/entry/{id}/correction/withdraw", Map.of());
        forms.put("/threshold", Map.of("value", "0.5"));
        forms.put("/articles", Map.of("title", "Bridge", "text", "Bridge\n\nThe bridge opened on Monday."));
        forms.put("/articles/{number}/remove", Map.of());
        forms.put("/entry/{id}/reader", Map.of("days", "7", "reason", "spam"));
        forms.put("/readers/{person}/lift", Map.of());
        forms.put("/quiz/items/{item}/switch", Map.of("off", "1"));
        forms.put(
                "/quiz/items/{item}/correct",
                Map.of(
                        "question",
                        "When does it sail?",
                        "option0",
                        "Monday",
                        "option1",
                        "Friday",
                        "option2",
                        "Tuesday",
                        "correct",
                        "0",
                        "explanation",
                        "From Monday.",
                        "evidence",
                        "2"));
        forms.put("/sign-out", Map.of());
        return forms;
    }

    @Test
    void everyChangingRouteWritesToTheTrailAndNoneCanTouchIt() throws Exception {
        desk.sent("e1", "When does it sail?");
        desk.quizItem("q1", "When does the ferry sail?");
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        assertThat(forms().keySet())
                .as("a form for every route that changes something")
                .containsExactlyInAnyOrderElementsOf(desk.desk.routes().stream()
                        .filter(Routes.Route::changes)
                        .map(Routes.Route::path)
                        .toList());
        List<AuditTrail.Row> known = trail();
        for (Map.Entry<String, Map<String, String>> form : forms().entrySet()) {
            HttpResponse<String> response = visitor.send(path(form.getKey()), form.getValue());
            assertThat(response.statusCode())
                    .as(form.getKey() + response.body())
                    .isIn(200, 303);
            List<AuditTrail.Row> after = trail();
            assertThat(after).as(form.getKey()).hasSizeGreaterThan(known.size());
            assertThat(after.subList(after.size() - known.size(), after.size())).isEqualTo(known);
            assertThat(after.getFirst().actor()).isEqualTo(DeskFixture.ADMINISTRATOR);
            known = after;
        }
    }

    /** Asks the server itself, so that a route which somebody registers beside {@link Routes} is found. */
    @Test
    void theServerAnswersNothingThatChangesBesideTheRoutesThatWriteToTheTrailAndTheSignIn() {
        Set<String> changing = desk.desk.served().stream()
                .filter(route -> route.matches("(POST|PUT|PATCH|DELETE) .*"))
                .collect(Collectors.toSet());
        Set<String> known = desk.desk.routes().stream()
                .filter(Routes.Route::changes)
                .map(route -> "POST " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("POST " + SignIn.PATH);
        assertThat(changing).isEqualTo(known);
    }

    @Test
    void whatOnlyShowsChangesNothingButTheTrail() throws Exception {
        desk.sent("e1", "When does it sail?");
        desk.quizItem("q1", "When does the ferry sail?");
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        for (Routes.Route route : desk.desk.routes()) {
            if (!route.changes()) {
                assertThat(visitor.get(path(route.path())).statusCode())
                        .as(route.path())
                        .isEqualTo(200);
            }
        }
        assertThat(trail())
                .extracting(row -> row.deed().before(), row -> row.deed().after())
                .containsOnly(tuple(null, null));
        assertThat(desk.reviews.of("e1")).isEmpty();
        assertThat(desk.store.quizItems().find("q1").orElseThrow().switchedOff())
                .isFalse();
    }

    @Test
    void aCorrectedAnswerMustCiteAndPassTheGateOrBeSignedAndTheTrailShowsBeforeAndAfter() throws Exception {
        desk.records.record(desk.answered("e1", "When does it sail?", 2, 0.9));
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        for (String refused : List.of(
                "It sails from Monday.",
                "It sails from Monday. [99]",
                "It sails from Monday. [99999999999]",
                "The ferry sails again from Friday. [2]",
                "x".repeat(CorrectionText.MAX_LENGTH) + " [2]")) {
            assertThat(correct(visitor, refused, Map.of()).statusCode())
                    .as(refused)
                    .isEqualTo(400);
        }
        assertThat(correct(visitor, "It sails from Monday. [99]", Map.of("signed", "1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(correct(visitor, "The ferry sails again from Friday. [2]", Map.of("signed", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(correct(visitor, "The ferry to Holm sails again from Monday. [2]", Map.of())
                        .statusCode())
                .isEqualTo(303);
        AuditTrail.Deed deed = trail().getFirst().deed();
        assertThat(deed.before()).isEqualTo("The ferry sails again from Friday. [2] (signed)");
        assertThat(deed.after()).isEqualTo("The ferry to Holm sails again from Monday. [2]");
        assertThat(visitor.get("/entry/e1").body()).contains("as the editors' answer");
    }

    private HttpResponse<String> correct(Visitor visitor, String statements, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(more);
        form.put("article", desk.article.id());
        form.put("statements", statements);
        return visitor.send("/entry/e1/correction", form);
    }

    @Test
    void theExportHoldsTheRowsOfTheLogWithoutPersonalDataAndNoFormulas() throws Exception {
        desk.records.record(desk.answered("e1", "=1+1 \"Write\" to ann@example.org,\nplease", 2, 0.9));
        desk.records.record(desk.refused("e2", "Who is in the crew?", 0.3));
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        HttpResponse<String> csv = visitor.get("/log.csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"footnote-log.csv\"");
        assertThat(csv.body())
                .startsWith("id,askedAt,question,")
                .contains("\"'=1+1 \"\"Write\"\" to •••@•••,\nplease\"")
                .contains("\"e2\",");
        List<String> lines =
                visitor.get("/log.jsonl?outcome=abstained").body().lines().toList();
        assertThat(lines).singleElement().asString().contains("\"id\":\"e2\"", "\"lowestScore\":null");
        assertThat(trail().getFirst().deed())
                .isEqualTo(AuditTrail.Deed.looked("exported the log", "/log.jsonl?outcome=abstained"));
    }

    @Test
    void aReadingPageShowsAnArticleToEverybodyAsTextAndOnlyWhereItIsSwitchedOn() throws Exception {
        String page = "/read/" + desk.article.id() + "?s=2,4&x=<script>";
        HttpResponse<String> response = desk.new Visitor().get(page.replace("<script>", "%3Cscript%3E"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("id=\"s2\"", "<mark>The ferry to Holm", "<mark>Mayor Ida Lund")
                .contains("&lt;b&gt;line")
                .doesNotContain("<b>line</b>", "<script", "form-token");
        assertThat(response.headers().firstValue("Content-Security-Policy")).contains(Headers.CONTENT_SECURITY_POLICY);
        assertThat(desk.new Visitor().get("/read/nothing").statusCode()).isEqualTo(404);
        assertThat(desk.new Visitor().get("/read/..%2f..%2fetc%2fpasswd").statusCode())
                .isBetween(400, 404);
        desk.close();
        desk = new DeskFixture(folder, new DeskAddress(0, "127.0.0.1", null, false, false));
        assertThat(desk.new Visitor().get("/read/" + desk.article.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void administratorsAddCorrectAndRemoveArticlesAndTheTrailShowsWhich() throws Exception {
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        Map<String, String> bridge = Map.of("title", SCRIPT, "text", "Bridge\n\nThe bridge opened on Monday.");
        assertThat(visitor.send("/articles", bridge).statusCode()).isEqualTo(303);
        assertThat(visitor.send("/articles", Map.of("corrects", "1", "text", "Bridge\n\nThe bridge opened on Friday."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.store.library().find(1).orElseThrow().current().text()).contains("Friday");
        assertThat(trail().getFirst().deed().before()).startsWith(SCRIPT);
        for (Map<String, String> refused : List.of(
                Map.<String, String>of(),
                Map.of("corrects", "99", "text", "Bridge\n\nThe bridge opened."),
                Map.of("corrects", "x", "text", "Bridge"),
                Map.of("address", "http://127.0.0.1/"),
                Map.of("text", "x".repeat(ArticlePages.MAX_TEXT + 1)))) {
            assertThat(visitor.send("/articles", refused).statusCode())
                    .as("" + refused)
                    .isIn(400, 404);
        }
        assertThat(visitor.send("/articles/1/remove", Map.of()).statusCode()).isEqualTo(303);
        assertThat(desk.store.library().find(1)).isEmpty();
    }

    @Test
    void aReaderIsMutedAndBlockedWithAReasonAndNobodySeesWhoItIs() throws Exception {
        desk.sent("e1", "When does it sail?");
        Visitor visitor = desk.new Visitor().as(DeskFixture.ADMINISTRATOR);
        for (Map<String, String> refused : List.of(
                Map.of("days", "7", "reason", " "),
                Map.of("days", "366", "reason", "spam"),
                Map.of("days", "x", "reason", "spam"),
                Map.of("days", "7", "reason", "x".repeat(501)))) {
            assertThat(visitor.send("/entry/e1/reader", refused).statusCode()).isEqualTo(400);
        }
        visitor.send("/entry/e1/reader", Map.of("days", "7", "reason", SCRIPT));
        long person = desk.store.readers().askerOf("e1").orElseThrow();
        assertThat(desk.store.readers().of(person).orElseThrow().until())
                .isEqualTo(desk.now().plus(Duration.ofDays(7)));
        visitor.send("/entry/e1/reader", Map.of("days", "0", "reason", "worse"));
        assertThat(trail().getFirst().deed().before()).startsWith("muted until");
        assertThat(visitor.get("/readers").body())
                .contains("blocked", "" + person)
                .doesNotContain("" + DeskFixture.READER);
        visitor.send("/readers/" + person + "/lift", Map.of());
        assertThat(desk.store.readers().of(person)).isEmpty();
    }

    private List<AuditTrail.Row> trail() {
        return desk.audit.newest(null, AuditTrail.MAX_LIMIT);
    }

    @Test
    void personalDataIsHiddenUntilOpenedAndTheTrailSaysSo() throws Exception {
        desk.records.record(desk.answered("e1", "When? Write to ann@example.org or +44 20 7946 0958", 2, 0.9));
        Visitor visitor = desk.new Visitor().as(DeskFixture.MODERATOR);
        for (String path : List.of("/", "/entry/e1")) {
            assertThat(visitor.get(path).body()).contains("When?").doesNotContain("ann@example", "7946");
        }
        assertThat(visitor.send("/entry/e1/open", Map.of()).body()).contains("ann@example.org", "+44 20 7946 0958");
        assertThat(trail().getFirst().deed()).isEqualTo(AuditTrail.Deed.looked("opened personal data", "e1"));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(desk.url).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
