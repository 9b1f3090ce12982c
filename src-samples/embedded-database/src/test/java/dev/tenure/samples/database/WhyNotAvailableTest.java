package dev.tenure.samples.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotAvailableTest {

    @Test
    void namesTheMissingLibraryAndItsPackage() {
        String output = "/cache/bin/mysqld: error while loading shared libraries: libaio.so.1: cannot open shared"
                + " object file: No such file or directory";

        assertThat(Distribution.explain("mysql-8.0.31", output))
                .contains("libaio.so.1", "apt-get install libaio1")
                .doesNotContain("\n");
    }

    @Test
    void namesAlsoALibraryThatNobodyExpectedToMiss() {
        String output = "mysqld: error while loading shared libraries: libnew.so.7: cannot open shared object file";

        assertThat(Distribution.explain("mysql-8.0.31", output)).contains("libnew.so.7", "install the package");
    }

    @Test
    void quotesWhatElseTheProgramSays() {
        assertThat(Distribution.explain("mysql-8.0.31", "Illegal instruction")).endsWith("Illegal instruction");
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, true", "Linux, aarch64, false", "Mac OS X, x86_64, false", "Windows 11, amd64, false"})
    void onOtherPlatformsThanLinuxX64(String os, String architecture, boolean supported) {
        assertThat(Distribution.isSupported(os, architecture)).isEqualTo(supported);
    }
}
