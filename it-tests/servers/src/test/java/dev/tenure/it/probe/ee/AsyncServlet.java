package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import dev.tenure.it.probe.Use;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Its first thread leaves; another one, or nobody, brings the request to its end. */
@WebServlet(urlPatterns = "/async/*", asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final long TIMEOUT_MILLIS = 300;
    private static final long LATER_MILLIS = 50;

    @Inject
    @Managed
    private transient Connection db;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Use.of(db);
            var handle = Use.captured(db);
            var async = request.startAsync();
            switch (request.getPathInfo()) {
                case "/complete" ->
                    onAnotherThread(() -> {
                        write(async, Use.ofCaptured(handle));
                        async.complete();
                    });
                case "/dispatch" ->
                    onAnotherThread(() -> {
                        Use.ofCaptured(handle);
                        async.dispatch("/sync");
                    });
                case "/error" -> onAnotherThread(() -> async.dispatch("/sync?fail=true"));
                case "/timeout" -> {
                    async.setTimeout(TIMEOUT_MILLIS);
                    async.addListener(new CompleteAtTimeout());
                }
                default -> throw new IllegalArgumentException(request.getPathInfo());
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** After the first thread has left. */
    private static void onAnotherThread(Runnable task) {
        new Thread(
                        () -> {
                            try {
                                Thread.sleep(LATER_MILLIS);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            task.run();
                        },
                        "probe-async")
                .start();
    }

    private static void write(AsyncContext async, String text) {
        try {
            async.getResponse().getWriter().println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CompleteAtTimeout implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            write(event.getAsyncContext(), "served until the time-out");
            event.getAsyncContext().complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
