package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R6, R10: the clock of a busy application")
class CoarseTickerTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final CoarseTicker ticker = new CoarseTicker(starts::incrementAndGet);

    private void many() {
        for (int i = 0; i < 1_000_000 && starts.get() == 0; i++) {
            ticker.nanos();
        }
    }

    private static void isNow(long nanos) {
        assertThat(System.nanoTime() - nanos).isBetween(-CoarseTicker.TICK_NANOS, 1_000_000_000L);
    }

    @Test
    @DisplayName("few questions wake no thread, and each is answered by the system's clock")
    void few() {
        for (int i = 0; i < 50; i++) {
            isNow(ticker.nanos());
        }
        assertThat(starts).hasValue(0);
        assertThat(ticker.tick()).as("worth while").isFalse();
        long one = ticker.nanos();
        assertThat(ticker.nanos()).as("it does not stand").isGreaterThan(one);
    }

    @Test
    @DisplayName("many questions within a tick start it; from then on they are answered by what the last tick wrote")
    void startedByMany() {
        many();
        assertThat(starts).hasValue(1);
        assertThat(ticker.tick()).isTrue();
        long told = ticker.nanos();
        isNow(told);
        assertThat(ticker.nanos()).isEqualTo(told);
        assertThat(ticker.exactNanos()).as("an age is rather reached too early").isLessThan(told);
    }

    @Test
    @DisplayName("it ends when nobody has asked for some ticks, and while it is stopped nobody gets an old time")
    void ends() {
        many();
        ticker.tick();
        int ticks = 0;
        while (ticker.tick() && ticks < 100) {
            ticks++;
        }
        assertThat(ticks).isBetween(1, 10);
        isNow(ticker.nanos());

        many();
        ticker.tick();
        ticker.stop();
        long one = ticker.nanos();
        assertThat(ticker.nanos()).isGreaterThan(one);
    }
}
