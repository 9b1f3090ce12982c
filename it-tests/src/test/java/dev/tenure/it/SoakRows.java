package dev.tenure.it;

import java.util.BitSet;
import java.util.List;

/** Many rows by their numbers, in little memory, for several threads. */
final class SoakRows {

    private final BitSet numbers = new BitSet();

    synchronized void add(long row) {
        numbers.set(Math.toIntExact(row));
    }

    synchronized int size() {
        return numbers.cardinality();
    }

    private synchronized BitSet copy() {
        return (BitSet) numbers.clone();
    }

    /** Those that are in this one only. */
    List<Long> without(SoakRows others) {
        var rest = copy();
        rest.andNot(others.copy());
        return rest.stream().mapToObj(row -> (long) row).toList();
    }
}
