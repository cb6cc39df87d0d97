package io.footnote;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The table of packages in docs/architecture.md, held by the build. */
@AnalyzeClasses(packages = "io.footnote", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    // Before the rules, which are made from it in the order of this file.
    private static final List<String> PACKAGES = List.of(
            "language",
            "article",
            "retrieval",
            "model",
            "grounding",
            "answer",
            "quiz",
            "storage",
            "telegram",
            "desk",
            "evaluation",
            "cli");

    @ArchTest
    static final ArchRule LANGUAGE = knowsOfOurs("language");

    @ArchTest
    static final ArchRule ARTICLE = knowsOfOurs("article", "language");

    @ArchTest
    static final ArchRule RETRIEVAL = knowsOfOurs("retrieval", "article", "language");

    @ArchTest
    static final ArchRule MODEL = knowsOfOurs("model");

    @ArchTest
    static final ArchRule GROUNDING = knowsOfOurs("grounding", "article", "language", "model");

    @ArchTest
    static final ArchRule ANSWER = knowsOfOurs("answer", "language", "article", "retrieval", "model", "grounding");

    @ArchTest
    static final ArchRule QUIZ = knowsOfOurs("quiz", "article", "language", "retrieval", "model", "grounding");

    @ArchTest
    static final ArchRule STORAGE =
            knowsOfOurs("storage", "article", "retrieval", "model", "grounding", "answer", "quiz");

    @ArchTest
    static final ArchRule TELEGRAM = knowsOfOurs("telegram", "article", "answer", "grounding", "quiz", "storage");

    @ArchTest
    static final ArchRule DESK =
            knowsOfOurs("desk", "article", "retrieval", "model", "grounding", "answer", "quiz", "storage");

    @ArchTest
    static final ArchRule EVALUATION =
            knowsOfOurs("evaluation", "language", "article", "retrieval", "model", "grounding", "answer", "storage");

    @ArchTest
    static final ArchRule WIRING_STANDS_ABOVE = noClasses()
            .that(resideInAnyPackage(below()))
            .and(not(resideInAPackage("io.footnote.cli")))
            .should()
            .dependOnClassesThat(resideInAPackage("io.footnote"))
            .because("settings and wiring belong to the root; a part is given what it needs")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.footnote.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle means that two packages are one");

    @ArchTest
    static final ArchRule LUCENE = staysIn("retrieval", "org.apache.lucene..");

    @ArchTest
    static final ArchRule ONNX = staysIn("language", "ai.onnxruntime..", "ai.djl..", "opennlp..", "net.sf.extjwnl..");

    @ArchTest
    static final ArchRule DOCUMENTS =
            staysIn("article", "org.jsoup..", "org.apache.pdfbox..", "com.rometools..", "org.jdom2..");

    @ArchTest
    static final ArchRule JDBC = staysIn(
            "storage", "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..", "org.sqlite..");

    @ArchTest
    static final ArchRule TELEGRAM_LIBRARY =
            staysIn("telegram", "org.telegram..", "io.github.bucket4j..", "com.ibm.icu..", "org.knowm.xchart..");

    @ArchTest
    static final ArchRule ENCRYPTION = staysIn("storage", "com.google.crypto.tink..");

    @ArchTest
    static final ArchRule HTTP_CLIENT = noClasses()
            .that(not(resideInAnyPackage("io.footnote.telegram", "io.footnote.article", "io.footnote.evaluation")))
            .should()
            .dependOnClassesThat(resideInAPackage("okhttp3.."))
            .because("only what fetches articles and what talks to Telegram goes out by it");

    @ArchTest
    static final ArchRule CHAT_MODELS = staysIn("model", "dev.langchain4j..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule WEB = staysIn("desk", "io.javalin..", "gg.jte..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule COMMAND_LINE = staysIn("cli", "picocli..", "org.jline..", "me.tongfei..");

    @ArchTest
    static final ArchRule FINAL_OR_RECORD = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("nothing here is made to be extended");

    @ArchTest
    static final ArchRule NO_VAGUE_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Factory")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name says what a thing is");

    private static String[] below() {
        return PACKAGES.stream().map(name -> "io.footnote." + name).toArray(String[]::new);
    }

    private static ArchRule knowsOfOurs(String name, String... known) {
        List<String> others = new ArrayList<>(PACKAGES);
        others.remove(name);
        others.removeAll(List.of(known));
        return noClasses()
                .that(resideInAPackage("io.footnote." + name))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        others.stream().map(other -> "io.footnote." + other).toArray(String[]::new)))
                .because(name + " may know of " + (known.length == 0 ? "nothing" : String.join(", ", known))
                        + " of ours")
                .allowEmptyShould(true);
    }

    private static ArchRule staysIn(String name, String... libraries) {
        return noClasses()
                .that(not(resideInAnyPackage("io.footnote." + name, "io.footnote.evaluation")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .because(name + " is the only package that touches " + String.join(", ", libraries))
                .as(name + " keeps " + String.join(", ", libraries) + " to itself")
                .allowEmptyShould(true);
    }
}
