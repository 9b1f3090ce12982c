package dev.tenure.lifetime;

import java.util.List;

/** Who a unit of work is, for messages: its kind, and where its connection is injected. One for a database and scope. */
public final class Origin {

    private static final int SHOWN = 3;

    private final List<String> injectionPoints;
    /** All of them, put together once: it is told of each lease. */
    private final String places;

    private final String text;

    /**
     * Of a kind of unit.
     *
     * @param unit such as {@code request}
     * @param injectionPoints such as {@code Orders.db}
     */
    public Origin(String unit, List<String> injectionPoints) {
        this.injectionPoints = List.copyOf(injectionPoints);
        this.places = String.join(", ", injectionPoints);
        this.text = injectionPoints.isEmpty() ? unit : unit + " of " + first(injectionPoints);
    }

    private static String first(List<String> places) {
        var shown = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return shown + (places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "");
    }

    private Origin(Origin outside, String text) {
        this.injectionPoints = outside.injectionPoints;
        this.places = outside.places;
        this.text = text;
    }

    /** The same, while a transaction of a manager has its connection. */
    Origin inTransaction() {
        return new Origin(this, text + ", in a transaction");
    }

    List<String> injectionPoints() {
        return injectionPoints;
    }

    /**
     * All places at which its connection is injected.
     *
     * @return such as {@code Customers.db, Orders.db}, in alphabetical order; empty if there are none
     */
    public String places() {
        return places;
    }

    /** Short: the kind, and the first injection points. */
    @Override
    public String toString() {
        return text;
    }
}
