package dev.tenure.lifetime;

import java.util.List;

/** Who a unit of work is, for messages: its kind, and where its connection is injected. One for a database and scope. */
public final class Origin {

    private static final int SHOWN = 3;

    private final List<String> injectionPoints;
    private final String text;

    /**
     * Of a kind of unit.
     *
     * @param unit such as {@code request}
     * @param injectionPoints such as {@code Orders.db}
     */
    public Origin(String unit, List<String> injectionPoints) {
        this.injectionPoints = List.copyOf(injectionPoints);
        this.text = injectionPoints.isEmpty() ? unit : unit + " of " + first(injectionPoints);
    }

    private static String first(List<String> places) {
        var shown = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return shown + (places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "");
    }

    private Origin(List<String> injectionPoints, String text) {
        this.injectionPoints = injectionPoints;
        this.text = text;
    }

    /** The same, while a transaction of a manager has its connection. */
    Origin inTransaction() {
        return new Origin(injectionPoints, text + ", in a transaction");
    }

    List<String> injectionPoints() {
        return injectionPoints;
    }

    /** Short: the kind, and the first injection points. */
    @Override
    public String toString() {
        return text;
    }
}
