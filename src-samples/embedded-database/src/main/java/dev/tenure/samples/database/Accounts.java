package dev.tenure.samples.database;

import java.util.List;

/** The database and the two accounts that every server starts with. */
final class Accounts {

    static final String DATABASE = "tenure";
    static final String USER = "tenure";
    static final String PASSWORD = "tenure-secret";
    static final String ROOT_USER = "root";
    static final String ROOT_PASSWORD = "root-secret";

    private Accounts() {}

    /** The statements that make them; '%' because the server does not resolve names, see {@link Product}. */
    static List<String> statements() {
        return List.of(
                "CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4;",
                "CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + PASSWORD + "';",
                "GRANT ALL ON " + DATABASE + ".* TO '" + USER + "'@'%';",
                "CREATE USER '" + ROOT_USER + "'@'%' IDENTIFIED BY '" + ROOT_PASSWORD + "';",
                "GRANT ALL ON *.* TO '" + ROOT_USER + "'@'%' WITH GRANT OPTION;");
    }
}
