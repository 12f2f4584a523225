package io.jenkins.plugins.drs.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway.SubnetRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetRangeTest {
    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({
        "10.0.1.0/24, 10.0.1.4, true",
        "10.0.1.0/24, 10.0.1.254, true",
        "10.0.1.0/24, 10.0.1.3, false",
        "10.0.1.0/24, 10.0.1.255, false",
        "10.0.1.0/24, 10.0.2.4, false",
        "10.0.1.16/28, 10.0.1.20, true",
        "10.0.1.16/28, 10.0.1.15, false",
        "10.0.1.16/28, 10.0.1.31, false",
        "255.255.0.0/16, 255.255.255.254, true",
        "10.0.1.0/24, 10.0.1, false",
        "10.0.1.0/24, 10.0.1.300, false",
        "10.0.1.0/24, x, false"
    })
    void shouldOfferTheAddressesThatAwsDoesNotReserve(String cidr, String address, boolean offered) {
        assertThat(new SubnetRange(cidr).offers(address)).isEqualTo(offered);
    }
}
