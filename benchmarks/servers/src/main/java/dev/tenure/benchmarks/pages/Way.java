package dev.tenure.benchmarks.pages;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.Managed;
import dev.tenure.benchmarks.pages.source.HikariPool;
import dev.tenure.benchmarks.pages.source.OpenedForEachRequest;
import dev.tenure.benchmarks.pages.source.ServersPool;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.LoggerFactory;

/** How the guestbook gets its connection. Its page is the same class in all of them. */
enum Way {
    OPENED("opened for each request"),
    SERVERS_POOL("the server's pool"),
    HIKARICP("HikariCP in the WAR"),
    TENURE("Tenure, `max-age=60`");

    private static final int CAP = 20;
    private static final int MAX_AGE_SECONDS = 60;
    private static final String CLASSES = "/WEB-INF/classes/";

    final String title;

    Way(String title) {
        this.title = title;
    }

    /** Where the database is, and who may use it. */
    record Login(String url, String user, String password) {}

    String application() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sample's WAR; without Tenure in it for the others, and without what only Tenure can serve. */
    Path war(Login login, Path folder) throws IOException {
        var war = ShrinkWrap.create(ZipImporter.class, application() + ".war")
                .importFrom(new File(System.getProperty("guestbook.war")))
                .as(WebArchive.class);
        war.delete(CLASSES + "META-INF/microprofile-config.properties");
        war.addAsResource(new StringAsset(configuration(login)), "META-INF/microprofile-config.properties");
        if (this != TENURE) {
            withoutTenure(war);
        }
        switch (this) {
            case OPENED -> war.addClass(OpenedForEachRequest.class);
            case SERVERS_POOL ->
                war.addClass(ServersPool.class).addAsWebInfResource(new StringAsset(webXml(login)), "web.xml");
            case HIKARICP ->
                war.addClass(HikariPool.class).addAsLibraries(jar(HikariDataSource.class), jar(LoggerFactory.class));
            case TENURE -> {}
        }
        var file = folder.resolve(war.getName());
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /** The qualifier stays, for the page's sake. */
    private static void withoutTenure(WebArchive war) {
        war.getContent(path -> path.get().matches("/WEB-INF/lib/tenure-.*\\.jar")).keySet().stream()
                .map(ArchivePath::get)
                .toList()
                .forEach(war::delete);
        for (var type : new String[] {"TenureResource", "Janitor", "Closed", "Schema"}) {
            war.delete(CLASSES + "dev/tenure/samples/guestbook/" + type + ".class");
        }
        war.addClass(Managed.class);
    }

    private static String configuration(Login login) {
        return """
                tenure.default.url=%s
                tenure.default.user=%s
                tenure.default.password=%s
                tenure.default.max-age=%d
                tenure.default.max-connections=%d
                """.formatted(login.url, login.user, login.password, MAX_AGE_SECONDS, CAP);
    }

    private static String webXml(Login login) {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <data-source>
                    <name>java:app/jdbc/pages</name>
                    <class-name>com.mysql.cj.jdbc.MysqlDataSource</class-name>
                    <url>%s</url>
                    <user>%s</user>
                    <password>%s</password>
                    <max-pool-size>%d</max-pool-size>
                  </data-source>
                </web-app>
                """.formatted(login.url.replace("&", "&amp;"), login.user, login.password, CAP);
    }

    private static File jar(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
