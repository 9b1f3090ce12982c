package dev.tenure.it;

import dev.tenure.samples.database.DatabaseServer;

/** What a test does to a whole database server. */
interface ServerControl extends AutoCloseable {

    /** Stops it in order, if it runs, and starts it again at the same port with the same data. */
    void restart() throws Exception;

    /** As {@code kill -9}. */
    void kill() throws Exception;

    /** Freezes it: sockets stay open and accept, nobody answers. */
    void pause() throws Exception;

    void resume() throws Exception;

    static ServerControl of(DatabaseServer server) {
        return new ServerControl() {
            @Override
            public void restart() {
                server.restart();
            }

            @Override
            public void kill() {
                server.kill();
            }

            @Override
            public void pause() {
                server.pause();
            }

            @Override
            public void resume() {
                server.resume();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
