package io.footnote.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a window. */
public final class Chromium {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Where the pictures lie that {@code -Dfootnote.pictures=true} asks for, to be looked at. */
    private static final Path PICTURES = Path.of("target", "desk-pictures");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Chromium() {}

    /** Starts one with a fresh profile; where the machine has none, the test is skipped and says so. */
    public static ChromeDriver start(Path profile) {
        Assumptions.assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "no Chromium here: install chromium and chromium-driver to run this test");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return driver;
    }

    /**
     * Draws pages whole, each as a picture beside it, with twice the pixels in either direction.
     *
     * @param width how wide a page is
     */
    public static void draw(List<Path> pages, int width, Path profile) throws IOException {
        ChromeDriver driver = start(profile);
        try {
            for (Path page : pages) {
                metrics(driver, width, 100, 2, false);
                driver.get(page.toUri().toString());
                String height =
                        String.valueOf(driver.executeScript("return String(document.documentElement.scrollHeight)"));
                metrics(driver, width, Integer.parseInt(height), 2, false);
                Files.write(
                        page.resolveSibling(page.getFileName().toString().replace(".html", ".png")),
                        driver.getScreenshotAs(OutputType.BYTES));
            }
        } finally {
            driver.quit();
        }
    }

    /** Waits until the page has come so far. */
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (StaleElementReferenceException e) {
                // the page went while it was looked at
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("the page did not come so far within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Signs in at the desk by a link, and waits for the log. */
    static void signIn(ChromeDriver driver, String link) {
        driver.get(link);
        driver.findElement(By.cssSelector("button.main")).click();
        awaitPage(driver, "Log");
    }

    /** Waits for the page with such a heading. */
    static void awaitPage(ChromeDriver driver, String heading) {
        until(() -> driver.findElements(By.tagName("h1")).stream()
                .anyMatch(found -> found.getText().contains(heading)));
    }

    /** Takes a picture of what is seen, where pictures are asked for. */
    static void picture(ChromeDriver driver, String name) throws IOException {
        if (Boolean.getBoolean("footnote.pictures")) {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }
    }

    /** As it was started: signed in nowhere, in its own scheme, width and height. */
    static void reset(ChromeDriver driver) {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    static void scheme(ChromeDriver driver, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    static void width(ChromeDriver driver, int width, int height) {
        metrics(driver, width, height, 1, width < 600);
    }

    private static void metrics(ChromeDriver driver, int width, int height, int scale, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", mobile));
    }
}
