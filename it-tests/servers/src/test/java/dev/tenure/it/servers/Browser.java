package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium or Chrome of this machine, at one page, whose window is as large as a screen. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final ChromeDriver driver;

    /** Skips the test where there is none. */
    static Browser at(Dimension screen, Path profile) {
        var chrome = NAMES.stream().flatMap(Browser::programs).findFirst();
        var chromedriver = programs("chromedriver").findFirst();
        assumeTrue(
                chrome.isPresent() && chromedriver.isPresent(),
                "Skipped: no browser here. Install Chromium or Chrome and its chromedriver (on Debian: chromium and chromium-driver).");
        return new Browser(chrome.get(), chromedriver.get(), screen, profile);
    }

    private Browser(File chrome, File chromedriver, Dimension screen, Path profile) {
        var options = new ChromeOptions().setBinary(chrome);
        options.addArguments(
                "--headless",
                "--no-sandbox", // Chromium's own does not run as root
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        // a window would not become narrower than 500 pixels
        options.setExperimentalOption(
                "mobileEmulation",
                Map.of("deviceMetrics", Map.of("width", screen.width, "height", screen.height, "pixelRatio", 1.0)));
        var logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logged);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    private static Stream<File> programs(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute);
    }

    void open(URI page) {
        driver.get(page.toString());
    }

    void type(String id, String text) {
        driver.findElement(By.id(id)).sendKeys(text);
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    /** What of the page matches. */
    long count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> what + "; the page says: "
                        + driver.findElement(By.tagName("body")).getText())
                .until(any -> condition.getAsBoolean());
    }

    /** Numbers a script returns. */
    long number(String script) {
        return ((Number) driver.executeScript("return " + script)).longValue();
    }

    /** Errors and warnings in the browser's console. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** Of everything that the page loaded, what came from elsewhere. */
    List<?> foreignResources() {
        return (List<?>)
                driver.executeScript(
                        "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin + '/'))");
    }

    void scrollTo(String css) {
        driver.executeScript("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        assertThat(file).isNotEmptyFile();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
