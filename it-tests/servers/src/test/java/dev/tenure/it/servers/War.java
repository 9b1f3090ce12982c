package dev.tenure.it.servers;

import dev.tenure.Managed;
import dev.tenure.it.probe.RestApplication;
import dev.tenure.it.probe.ee.SyncServlet;
import dev.tenure.samples.database.DatabaseServer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The probe as a newcomer's WAR: Tenure's and the driver's jar in {@code WEB-INF/lib}, the configuration in {@code WEB-INF/classes/META-INF}. */
final class War {

    static final String NAME = "probe";

    private static final String DATA_SOURCE = "java:app/jdbc/probe";
    /** Takes part in the server's transactions by itself, in two phases. */
    private static final String XA_DATA_SOURCE = "java:app/jdbc/xa";

    /** In Java SE only what has one is a bean archive; {@code all}, for a class of JAX-RS has no annotation of CDI. */
    private static final String BEANS_XML =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"all\"/>";

    private final Map<String, String> configuration = new TreeMap<>();
    private final Kind kind;
    private final DatabaseServer database = Kind.database();
    private String name = NAME;
    private boolean ofJakartaEe;

    private War(Kind kind) {
        this.kind = kind;
        this.ofJakartaEe = kind.isOfJakartaEe();
        for (var name : new String[] {"default", "reports"}) {
            set(name + ".url", database.url());
            set(name + ".user", database.user());
            set(name + ".password", database.password());
            set(name + ".max-age", "60");
        }
        if (kind.givesApplicationsPools()) {
            set("pooled.datasource", DATA_SOURCE);
        } else {
            // one more database, so that the probe has what it injects
            set("pooled.url", database.url());
            set("pooled.user", database.rootUser());
            set("pooled.password", database.rootPassword());
        }
        set("pooled.max-age", "60");
    }

    static War on(Kind kind) {
        return new War(kind);
    }

    /** A line of configuration, without the leading {@code tenure.}. */
    War set(String key, String value) {
        configuration.put("tenure." + key, value);
        return this;
    }

    /** For a profile of the server's without EJB. */
    War withoutJakartaEe() {
        ofJakartaEe = false;
        return this;
    }

    War named(String other) {
        name = other;
        return this;
    }

    Path in(Path folder) throws IOException {
        var file = Files.createTempDirectory(folder, "war").resolve(name + ".war");
        var war = ShrinkWrap.create(WebArchive.class)
                .addPackage(RestApplication.class.getPackage())
                .addAsLibraries(jar(Managed.class), jar(driver()))
                .addAsResource(new StringAsset(lines()), "META-INF/microprofile-config.properties")
                .addAsWebInfResource(new StringAsset(webXml()), "web.xml");
        if (ofJakartaEe) {
            war.addPackage(SyncServlet.class.getPackage());
        } else {
            war.addAsResource(new StringAsset(BEANS_XML), "META-INF/beans.xml");
        }
        war.as(ZipExporter.class).exportTo(file.toFile());
        return file;
    }

    private String lines() {
        return configuration.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** The server's own pools, of another user, so that their sessions are not counted with Tenure's. */
    private String webXml() {
        if (!kind.givesApplicationsPools()) {
            return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\"/>";
        }
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
                %s
                %s
                </web-app>
                """.formatted(
                        dataSource(DATA_SOURCE, "com.mysql.cj.jdbc.MysqlDataSource"),
                        dataSource(XA_DATA_SOURCE, "com.mysql.cj.jdbc.MysqlXADataSource"));
    }

    private String dataSource(String jndiName, String type) {
        return """
                <data-source>
                  <name>%s</name>
                  <class-name>%s</class-name>
                  <url>%s</url>
                  <user>%s</user>
                  <password>%s</password>
                </data-source>
                """.formatted(
                jndiName, type, database.url().replace("&", "&amp;"), database.rootUser(), database.rootPassword());
    }

    private static Class<?> driver() {
        try {
            return Class.forName("com.mysql.cj.jdbc.Driver");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static File jar(Class<?> type) {
        try {
            var file = new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!file.isFile()) {
                throw new AssertionError(file + " is no jar: run the tests by Maven's verify");
            }
            return file;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
