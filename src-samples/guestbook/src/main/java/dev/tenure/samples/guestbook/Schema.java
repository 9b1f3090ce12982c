package dev.tenure.samples.guestbook;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** Creates the table when the application starts. No request is active then: the connection is the thread's. */
@ApplicationScoped
public class Schema {

    @Inject
    @Managed(scope = ThreadScoped.class)
    private Connection db;

    void create(@Observes @Initialized(ApplicationScoped.class) Object event) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute("create table if not exists entry (id bigint auto_increment primary key,"
                    + " name varchar(40) not null, text varchar(280) not null,"
                    + " at timestamp(3) not null default current_timestamp(3)) character set utf8mb4");
        }
    }
}
