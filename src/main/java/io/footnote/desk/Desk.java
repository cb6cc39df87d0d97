package io.footnote.desk;

import io.footnote.storage.AuditTrail;
import io.footnote.storage.StorageException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moderators' desk: a web server with the pages. {@link #link} may be called at any time, from any thread; start and
 * close are for one.
 */
public final class Desk implements AutoCloseable {
    /** The longest request, in bytes; the longest form has the text of an article, six bytes a character at the most. */
    public static final long MAX_REQUEST = 1024 * 1024;

    /** The attribute of a request that has its page already. */
    private static final String REFUSED = "refused";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final DeskAddress address;
    private final LongFunction<Optional<Role>> roles;
    private final DeskStore store;
    private final DeskTools tools;
    private final InstantSource clock;
    private final SignInLinks links;
    private final Sessions sessions;
    private final Pages pages = new Pages();
    private final List<Routes.Route> routes = new ArrayList<>();
    private @Nullable Javalin server;

    /**
     * @param roles what a Telegram user may do, asked at every request; nothing for somebody who is not listed
     * @param tools what it judges and reads with
     * @param clock tells when links and sessions end
     */
    public Desk(
            DeskAddress address,
            LongFunction<Optional<Role>> roles,
            DeskStore store,
            DeskTools tools,
            InstantSource clock) {
        this.address = address;
        this.roles = roles;
        this.store = store;
        this.tools = tools;
        this.clock = clock;
        Signature signature = new Signature(store.access().key(Signature.newKey()));
        this.links = new SignInLinks(signature, clock);
        this.sessions = new Sessions(store.access(), signature, roles, address.encrypted(), clock);
    }

    /**
     * Starts serving and returns.
     *
     * @return the address of the first page
     * @throws DeskException when the port is taken
     */
    public String start() {
        Javalin started = Javalin.create(this::configure);
        try {
            started.start(address.bind(), address.port());
        } catch (JavalinBindException e) {
            throw new DeskException(
                    "The desk cannot listen on port " + address.port() + " of " + address.bind()
                            + ": set desk.port to another, or to 0 for any free one.",
                    e);
        }
        server = started;
        LOG.info("desk started port={}", started.port());
        return address.url(started.port());
    }

    /**
     * A sign-in link, good once and for five minutes.
     *
     * @throws DeskException when that user may not sign in, or the desk is not running here and its address unknown
     */
    public String link(long user) {
        if (roles.apply(user).isEmpty()) {
            throw new DeskException(
                    "User " + user + " is not listed under moderators or administrators: add the" + " number there.");
        }
        int port = server == null ? address.port() : server.port();
        if (port == 0 && address.publicUrl() == null) {
            throw new DeskException("Where the desk listens is not known, since desk.port is 0: set it to a port, or"
                    + " set desk.public-url.");
        }
        return address.url(port) + SignIn.PATH + "?ticket=" + links.make(user);
    }

    /** The routes that need somebody signed in; empty before the start. */
    List<Routes.Route> routes() {
        return List.copyOf(routes);
    }

    /** Everything that the running server answers, however it was registered, as {@code METHOD path}. */
    List<String> served() {
        return server == null
                ? List.of()
                : server.unsafe.internalRouter.allHttpHandlers().stream()
                        .map(one -> one.endpoint.method.name() + " " + one.endpoint.path)
                        .toList();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_REQUEST;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(context -> Headers.set(context, address.encrypted()));
        config.routes.exception(Refusal.class, (refusal, context) -> refuse(context, refusal.status(), refusal));
        config.routes.exception(StorageException.class, (failure, context) -> {
            LOG.warn("desk request failed", failure);
            refuse(context, 503, failure);
        });
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.error("desk request failed", failure);
            refuse(context, 500, new Refusal(500, "This failed in a way nobody foresaw; the log says more."));
        });
        config.routes.error(404, context -> {
            if (context.attribute(REFUSED) == null) { // no route has it
                refuse(context, 404, Refusal.notFound("page"));
            }
        });
        Assets assets = new Assets();
        config.routes.get("/assets/{name}", assets::serve);
        if (address.readingPages()) {
            new ReadingPages(store.articles(), pages).register(config.routes);
        }
        register(config);
    }

    private void register(JavalinConfig config) {
        new SignIn(
                        links,
                        sessions,
                        store.access(),
                        roles,
                        store.audit(),
                        new Attempts(clock),
                        pages,
                        address.behindProxy())
                .register(config.routes);
        Routes all = new Routes(config.routes, sessions, store.audit());
        LogChoices choices = new LogChoices(store.search(), clock);
        CorrectionPages corrections = new CorrectionPages(store, tools.gate());
        new LogPages(store.search(), choices, store.audit(), pages).register(all);
        new EntryPages(store, corrections, tools.prompts(), pages, clock).register(all);
        corrections.register(all);
        new UnansweredPages(store.search(), new QuestionGroups(tools.encoder()), choices, store.audit(), pages)
                .register(all);
        new FiguresPages(store.figures(), choices, pages, clock).register(all);
        new ThresholdPages(store, pages).register(all);
        new ArticlePages(store.library(), tools, pages).register(all);
        new QuizPages(store.quizItems(), store.articles(), pages, clock).register(all);
        new ReaderPages(store.readers(), pages, clock).register(all);
        new AuditPages(store.audit(), pages).register(all);
        all.change("/sign-out", Role.MODERATOR, (context, moderator) -> {
            sessions.end(context);
            context.redirect("/", HttpStatus.SEE_OTHER);
            return AuditTrail.Deed.looked("signed out", "desk");
        });
        routes.addAll(all.all());
    }

    private void refuse(Context context, int status, Exception why) {
        context.status(status);
        context.attribute(REFUSED, true);
        String message = why.getMessage() == null ? "" : why.getMessage();
        pages.send(context, "message", "Not done", sessions.of(context).orElse(null), Map.of("message", message));
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
