package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R26 durations")
class DurationFormatTest {

    @ParameterizedTest(name = "\"{0}\" is {1} ns")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,0",
                "60,60000000000",
                "2.5,2500000000",
                " 60 ,60000000000",
                "500ms,500000000",
                "1.5ms,1500000",
                "5s,5000000000",
                "10m,600000000000",
                "2h,7200000000000",
                "1d,86400000000000",
                "1m30s,90000000000",
                " 1 m 30 s ,90000000000",
                "1M30S,90000000000",
                "1d2h3m4s5ms,93784005000000",
                "1.5h,5400000000000",
                "PT1M30S,90000000000",
                "pt0.5s,500000000",
                "P1D,86400000000000",
                "PT0S,0",
                "0.0000000001,1",
                "-1,-1000000000",
                "-5m,-300000000000",
                "PT-5S,-5000000000",
                "-PT5S,-5000000000",
                "9223372036,9223372036000000000",
            })
    void are_read_in_every_way_people_write_them(String text, long nanos) {
        assertThat(DurationFormat.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "5x",
                "ms",
                "m5",
                "1m1m",
                "30s1m",
                "1,5s",
                "1e3",
                "5 5",
                "PT",
                "P1Y",
                "1m30",
                "Infinity",
                "NaN",
                "0x10",
                "1_000",
                "٣s",
                "--5",
                "-",
                "P1DT",
                "5min",
                "+"
            })
    void are_refused_when_they_are_none(String text) {
        assertThatThrownBy(() -> DurationFormat.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not a duration");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "9223372037",
                "99999999999999999999999999",
                "106752d",
                "2562048h",
                "PT2562048H",
                "PT9223372036854775807S",
                "-9223372037"
            })
    void do_not_wrap_around_when_they_are_too_long(String text) {
        assertThatThrownBy(() -> DurationFormat.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is longer than 292 years");
    }

    @ParameterizedTest(name = "{0} ns is {1}")
    @CsvSource({
        "0,0s",
        "1,1ms",
        "500000000,500ms",
        "1500000000,1s500ms",
        "60000000000,1m",
        "90000000000,1m30s",
        "93784005000000,1d2h3m4s5ms"
    })
    void are_written_as_they_can_be_read(long nanos, String text) {
        assertThat(DurationFormat.format(nanos)).isEqualTo(text);
    }
}
