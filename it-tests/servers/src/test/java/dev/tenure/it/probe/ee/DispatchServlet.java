package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import dev.tenure.it.probe.Use;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** One request through two servlets. */
@WebServlet({"/forward", "/include"})
public class DispatchServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @Managed
    private transient Connection db;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            long first = Use.of(db);
            var next = request.getRequestDispatcher("/sync");
            if (request.getServletPath().equals("/forward")) {
                next.forward(request, response);
            } else {
                next.include(request, response);
                response.getWriter().println("served by " + first);
            }
            Use.of(db);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
