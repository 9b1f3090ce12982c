package dev.tenure.it.probe;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** Work outside of HTTP requests. */
@ApplicationScoped
public class Background {

    @Inject
    @Managed
    private Connection db;

    @Inject
    @Managed(scope = ThreadScoped.class)
    private Connection own;

    @ActivateRequestContext
    public long inARequestOfItsOwn() throws SQLException {
        return Use.of(db);
    }

    public long onItsThread() throws SQLException {
        return Use.of(own);
    }
}
