package dev.tenure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/** The rest of it is tested by the servers' own {@code /health/ready}. */
class DatabaseCheckTest {

    /** CDI 4.0, 3.10: TomEE's OpenWebBeans asks it of the class, whatever types the bean has, and refuses the application otherwise. */
    @Test
    void itsClassCanHaveAProxy() throws Exception {
        assertThat(DatabaseCheck.class).isNotFinal();
        assertThat(DatabaseCheck.class.getDeclaredConstructor().getModifiers() & Modifier.PRIVATE)
                .isZero();
    }
}
