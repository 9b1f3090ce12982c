package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/** Where the JVM really puts what is written at each lease: it fills gaps in a superclass, too. */
@DisplayName("two threads do not slow each other down")
class ApartTest {

    private static final int CACHE_LINE = 64;

    @Test
    @DisplayName(
            "what is written at a lease shares no cache line with what lies before and behind the connection in memory")
    void apart() {
        var layout = ClassLayout.parseClass(PhysicalConnection.class);
        var written = StreamSupport.stream(layout.fields().spliterator(), false)
                .filter(ApartTest::isWrittenAtALease)
                .toList();

        assertThat(written).hasSizeGreaterThan(10);
        assertThat(written).allSatisfy(field -> {
            assertThat(field.offset()).isGreaterThanOrEqualTo(CACHE_LINE);
            assertThat(layout.instanceSize() - field.offset() - field.size()).isGreaterThanOrEqualTo(CACHE_LINE);
        });
    }

    private static boolean isWrittenAtALease(FieldLayout field) {
        return field.hostClass().equals(Leasable.class.getName())
                || field.hostClass().equals(UnderLease.class.getName());
    }
}
