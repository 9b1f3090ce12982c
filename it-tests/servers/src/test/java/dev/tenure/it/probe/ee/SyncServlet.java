package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import dev.tenure.it.probe.Use;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** An ordinary request; with {@code flush} it goes on after its response has left, with {@code fail} it throws. */
@WebServlet(urlPatterns = "/sync", asyncSupported = true)
public class SyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @Managed
    private transient Connection db;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.getWriter().println("served by " + Use.of(db));
            if (request.getParameter("flush") != null) {
                response.flushBuffer();
                response.getWriter().println("served by " + Use.of(db));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        if (request.getParameter("fail") != null) {
            throw new IllegalStateException("as the test asked");
        }
    }
}
