package io.footnote;

import io.footnote.answer.AnswerLog;
import io.footnote.answer.Answerer;
import io.footnote.answer.Corrections;
import io.footnote.answer.Drafter;
import io.footnote.answer.ExtractiveDrafter;
import io.footnote.answer.FollowUpRewriter;
import io.footnote.answer.Judge;
import io.footnote.answer.ModelDrafter;
import io.footnote.answer.Overviews;
import io.footnote.answer.ReaderLanguage;
import io.footnote.answer.Summarizer;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Fetcher;
import io.footnote.desk.Desk;
import io.footnote.desk.DeskException;
import io.footnote.desk.DeskStore;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.SupportModel;
import io.footnote.language.Annotator;
import io.footnote.language.Encoder;
import io.footnote.language.Encoders;
import io.footnote.language.LanguageDetector;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import io.footnote.model.Budget;
import io.footnote.model.ChatEndpoint;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelProbe;
import io.footnote.model.ModelUnavailableException;
import io.footnote.model.Prompt;
import io.footnote.quiz.QuizMaker;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import io.footnote.retrieval.SpanWeights;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.Database;
import io.footnote.storage.Library;
import io.footnote.storage.PersonalData;
import io.footnote.telegram.Bot;
import io.footnote.telegram.BotException;
import io.footnote.telegram.BotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every part of the program, wired by hand. A part is made when it is first asked for, so that a command pays only for
 * what it uses. Not safe for several threads; the parts it hands out say for themselves whether they are.
 */
public final class Application implements AutoCloseable {
    private final Path home;
    private final Map<String, String> environment;
    private final Consumer<String> notice;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Lexicon lexicon = Lexicon.english();
    private final CitationGate gate = new CitationGate(new Annotator(lexicon), splitter::split, this::supportModel);
    private final GateWiring beside = new GateWiring();
    private final Drafter embedded = new ExtractiveDrafter();
    private final LoadedEncoders loadedEncoders = new LoadedEncoders(this::natives, this::settings);
    private @Nullable Settings settings;
    private @Nullable Database database;
    private @Nullable WordNet wordNet;
    private @Nullable Tagger tagger;
    private @Nullable SupportModel supportModel;
    private @Nullable SentenceIndex index;
    private @Nullable LanguageModel model;
    private @Nullable Drafter drafter;
    private @Nullable LanguageDetector languages;

    /**
     * @param home the project's folder
     * @param environment the environment variables
     * @param notice told, in one line each, what an operator should know
     */
    public Application(Path home, Map<String, String> environment, Consumer<String> notice) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.notice = notice;
    }

    /** The same program with its data in another folder and in SQLite, to be closed by itself: for measuring. */
    public Application with(Path dataDir) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.keySet().removeIf(variable -> variable.startsWith("FOOTNOTE_STORAGE_"));
        changed.put("FOOTNOTE_DATA_DIR", dataDir.toString());
        return new Application(home, changed, notice);
    }

    /** The project's folder. */
    public Path home() {
        return home;
    }

    /** The settings. @throws SettingsException when there is anything wrong with them */
    public Settings settings() {
        if (settings == null) {
            settings = Settings.load(home, environment);
        }
        return settings;
    }

    /** Splits texts into sentences. */
    public SentenceSplitter splitter() {
        return splitter;
    }

    /** Reads articles. */
    public ArticleReader reader() {
        return new ArticleReader(splitter);
    }

    /** Fetches articles from the web. */
    public Fetcher fetcher() {
        Settings.Fetch configured = settings().fetch();
        return new Fetcher(configured.allowPrivate(), configured.timeout());
    }

    /** Judges whether sentences support a statement. */
    public CitationGate gate() {
        return gate;
    }

    /** Makes quiz items from articles. */
    public QuizMaker quizMaker() {
        return QuizWiring.maker(this);
    }

    /** The articles kept. */
    public Articles articles() {
        return new Articles(database());
    }

    /** The articles that were added, with their versions. */
    public Library library() {
        return new Library(database(), InstantSource.system());
    }

    /** Gives articles in a few sentences of their own. */
    public Summarizer summarizer() {
        return new Summarizer(encoder()::encodePassage, gate);
    }

    private Overviews overviews() {
        return new Overviews(
                summarizer(), new Annotator(lexicon), gate, records(), InstantSource.system(), Application::newId);
    }

    /** The answer log. */
    public AnswerRecords records() {
        return new AnswerRecords(database());
    }

    /** What moderators read and write. */
    public DeskStore deskStore() {
        return DeskStore.in(database(), InstantSource.system());
    }

    Database database() {
        if (database == null) {
            database = StorageWiring.database(settings());
        }
        return database;
    }

    /** Begins to load what answers need and takes longest, so that other work can be done meanwhile. */
    public void beginAnswers() {
        loadedEncoders.begin();
    }

    /** Answers questions, with the index on disk and every answer in the log. */
    public Answerer answerer() {
        AnswerRecords log = records(); // first, because it explains best what is wrong with the data folder
        DeskStore store = deskStore();
        Drafter fitted = new ExtractiveDrafter(() -> store.threshold().now().orElse(ExtractiveDrafter.THRESHOLD));
        return answerer(new SentenceRanker(index()), fitted, store.corrections(), log);
    }

    /** Answers questions with an index in memory, keeping nothing: for measuring. */
    public Answerer unrecordedAnswerer() {
        return unrecordedAnswerer(SentenceIndex.inMemory(encoders()), RankingWeights.shipped(), SpanWeights.shipped());
    }

    /** The same with an index and weights of one's own. */
    public Answerer unrecordedAnswerer(SentenceIndex index, RankingWeights weights, SpanWeights spanWeights) {
        return answerer(new SentenceRanker(index, weights, spanWeights), embedded, Corrections.NONE, AnswerLog.NONE);
    }

    private Answerer answerer(SentenceRanker ranker, Drafter own, Corrections corrections, AnswerLog log) {
        Drafter written = drafter();
        Drafter chosen = written == embedded ? own : written;
        ReaderLanguage language = chosen == own
                ? ReaderLanguage.ofTheArticle(this::languages)
                : ReaderLanguage.ofTheQuestion(this::languages);
        return new Answerer(
                ranker,
                language,
                rewriter(),
                chosen,
                own,
                gate,
                judge(),
                corrections,
                log,
                InstantSource.system(),
                Application::newId);
    }

    /** Answers questions with the chat model that a server on this machine plays: for measuring. */
    public Answerer answererWith(URI server, SentenceIndex sentences, AnswerLog log) {
        model = LanguageModel.at(
                new ChatEndpoint("openai", server, "scripted", null, Duration.ofMinutes(1), 1_024),
                Budget.UNLIMITED,
                InstantSource.system());
        return answerer(new SentenceRanker(sentences), embedded, Corrections.NONE, log);
    }

    private Drafter drafter() {
        if (drafter == null) {
            drafter = model().<Drafter>map(chat -> new ModelDrafter(
                            chat,
                            prompt(ModelDrafter.TASK, ModelDrafter.PLACEHOLDERS),
                            prompt(ModelDrafter.REPAIR_TASK, ModelDrafter.REPAIR_PLACEHOLDERS),
                            settings().model().maxInputTokens(),
                            this::languages))
                    .orElse(embedded);
        }
        return drafter;
    }

    private @Nullable FollowUpRewriter rewriter() {
        return model().map(chat ->
                        new FollowUpRewriter(chat, prompt(FollowUpRewriter.TASK, FollowUpRewriter.PLACEHOLDERS)))
                .orElse(null);
    }

    private @Nullable Judge judge() {
        return model().filter(chat -> settings().gate().judge())
                .map(chat -> new Judge(chat, prompt(Judge.TASK, Judge.PLACEHOLDERS)))
                .orElse(null);
    }

    /** Tells languages; its model is loaded by the first question that needs it, on whatever thread. */
    private synchronized LanguageDetector languages() {
        if (languages == null) {
            languages = new LanguageDetector();
        }
        return languages;
    }

    Optional<LanguageModel> model() {
        if (model == null) {
            model = ModelWiring.model(settings().model(), home, this::database, notice);
        }
        return Optional.ofNullable(model);
    }

    Prompt prompt(String task, Set<String> placeholders) {
        return Prompt.read(home.resolve("prompts"), task, placeholders);
    }

    /**
     * Whether the chat model's prompts can be read and it replies to one tiny call.
     *
     * @return what the call showed, or nothing where no model is configured
     * @throws ModelUnavailableException when it does not reply
     */
    public Optional<ModelProbe> checkModel() {
        drafter();
        return model().map(chat -> ModelProbe.of(
                chat, prompt(ModelProbe.TASK, ModelProbe.PLACEHOLDERS).fill(Map.of())));
    }

    /**
     * Whether Telegram can be reached and takes the token.
     *
     * @return the bot's user name, or nothing where no token is configured
     * @throws BotException when not
     */
    public Optional<String> checkTelegram() {
        Settings.Telegram configured = settings().telegram();
        return Optional.ofNullable(configured.token()).map(token -> Bot.nameOf(token.value(), configured.apiUrl()));
    }

    /**
     * The Telegram bot, which answers questions about these articles once it runs.
     *
     * @param desk the desk that runs beside it, or null
     * @param articles those of the moment, at least one, all of them kept already
     * @throws BotException when its settings do not do
     */
    public Bot bot(Supplier<List<Article>> articles, @Nullable Desk desk) {
        BotOptions options = BotWiring.options(settings()); // first, because it explains best what is missing
        Bot.warmUp();
        BotAnswers answers = new BotAnswers(answerer(), overviews());
        return BotWiring.bot(this, options, database(), answers, articles, notice, desk);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Keeps personal data unreadable, with the key configured or one of its own in the data folder. */
    public PersonalData personalData() {
        Secret key = settings().privacy().key();
        return PersonalData.under(key == null ? OwnKey.in(settings().dataDir()) : key.value());
    }

    /**
     * The moderators' desk, not started yet.
     *
     * @throws DeskException when strangers could reach it unencrypted
     */
    public Desk desk() {
        return DeskWiring.desk(this);
    }

    /** The index on disk. */
    public SentenceIndex index() {
        if (index == null) {
            Encoders loaded = encoders();
            index = Opening.timed(
                    "index", () -> SentenceIndex.open(settings().dataDir().resolve("index"), loaded, notice));
        }
        return index;
    }

    /** The in-process encoder. */
    public Encoder encoder() {
        return loadedEncoders.english();
    }

    /** The encoders for the languages of articles. */
    public Encoders encoders() {
        return loadedEncoders.all();
    }

    /** What words mean to each other; may be asked for by several threads. */
    public synchronized WordNet wordNet() {
        if (wordNet == null) {
            wordNet = Opening.timed("wordnet", WordNet::load);
        }
        return wordNet;
    }

    /** What was learned about support, with all that it reads by; may be asked for by several threads. */
    public synchronized SupportModel supportModel() {
        if (supportModel == null) {
            supportModel = beside.open(
                    encoder(), tagger(), wordNet(), lexicon, settings().gate(), natives());
        }
        return supportModel;
    }

    /** Tells parts of speech and base forms; may be asked for by several threads. */
    public synchronized Tagger tagger() {
        if (tagger == null) {
            WordNet words = wordNet();
            tagger = Opening.timed("tagger", () -> Tagger.load(lexicon, words));
        }
        return tagger;
    }

    /** Where native libraries are unpacked. */
    public Path natives() {
        return settings().dataDir().resolve("native");
    }

    /** Closes whatever was opened. */
    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
        if (index != null) {
            index.close();
        }
        loadedEncoders.close();
        beside.close();
        if (database != null) {
            database.close();
        }
    }
}
