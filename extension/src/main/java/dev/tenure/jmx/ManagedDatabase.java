package dev.tenure.jmx;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.lifetime.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database as JMX shows it. */
final class ManagedDatabase implements DatabaseMXBean {

    private final Database database;

    ManagedDatabase(Database database) {
        this.database = database;
    }

    private DatabaseStatistics now() {
        return database.statistics();
    }

    @Override
    public String getName() {
        return database.name();
    }

    @Override
    public int getOpen() {
        return now().open();
    }

    @Override
    public int getIdle() {
        return now().idle();
    }

    @Override
    public int getLeased() {
        return now().leased();
    }

    @Override
    public int getWaiting() {
        return now().waiting();
    }

    @Override
    public int getMaxConnections() {
        return database.settings().maxConnections();
    }

    @Override
    public long getOpened() {
        return now().opened();
    }

    @Override
    public long getClosed() {
        return now().closedInAll();
    }

    @Override
    public Map<String, Long> getClosedByReason() {
        var byName = new TreeMap<String, Long>();
        for (Map.Entry<CloseReason, Long> entry : now().closed().entrySet()) {
            byName.put(entry.getKey().name(), entry.getValue());
        }
        return byName;
    }

    @Override
    public long getBoundariesSkipped() {
        return now().boundariesSkipped();
    }

    @Override
    public List<HeldConnection> getLeases() {
        return database.openLeases().stream().map(HeldConnection::new).toList();
    }

    @Override
    public void closeIdle() {
        database.closeIdle();
    }

    @Override
    public void retireAll() {
        database.retireAll();
    }
}
