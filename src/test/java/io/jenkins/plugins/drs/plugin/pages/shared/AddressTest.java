package io.jenkins.plugins.drs.plugin.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Property
    void shouldFindEveryNameAgain(@ForAll @NotEmpty String name) {
        assertThat(Address.name(Address.token(name))).isEqualTo(name);
    }

    @Property
    void shouldLeaveNothingInAStepThatLeadsElsewhere(@ForAll @NotEmpty String name) {
        assertThat(Address.token(name))
                .doesNotContain("/", "\\", ";", "%", "?", "#", "\n")
                .doesNotMatch("\\.+");
    }

    @Test
    void shouldKeepUsualNamesReadable() {
        assertThat(Address.token("3-Tier-App Recovery (EU)")).isEqualTo("3-Tier-App Recovery (EU)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~00", "~zzzz", "a~", "~002"})
    void shouldTakeATokenThatNobodyMadeAsItIs(String token) {
        assertThat(Address.name(token)).isEqualTo(token);
    }
}
