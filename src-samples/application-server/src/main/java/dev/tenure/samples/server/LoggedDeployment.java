package dev.tenure.samples.server;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A server that says in its log, from here on, what has become of it. */
final class LoggedDeployment implements Product.Deployment {

    private final Path log;
    private final int start;
    private final Pattern done;
    private final Pattern failed;

    LoggedDeployment(Path log, String done, String failed) {
        this.log = log;
        this.start = ApplicationServer.read(log).length();
        this.done = Pattern.compile(done);
        this.failed = Pattern.compile(failed);
    }

    private String said() {
        return ApplicationServer.read(log).substring(start);
    }

    @Override
    public boolean isDone() {
        var said = said();
        return done.matcher(said).find() || failed.matcher(said).find();
    }

    @Override
    public void check() throws DeploymentException {
        var said = said();
        if (failed.matcher(said).find()) {
            throw new DeploymentException(said);
        }
    }
}
