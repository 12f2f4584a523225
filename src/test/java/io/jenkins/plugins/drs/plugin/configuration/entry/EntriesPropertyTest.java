package io.jenkins.plugins.drs.plugin.configuration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntriesPropertyTest {
    @Property(tries = 200)
    void shouldLoseNothingOfAnAccount(@ForAll("accounts") TargetAccount account) throws Exception {
        assertThat(Entries.account(Entries.entry(account))).isEqualTo(account);
    }

    @Property(tries = 300)
    void shouldLoseNothingOfAGroup(@ForAll("groups") ProtectionGroup group) throws Exception {
        assertThat(Entries.group(Entries.entry(group))).isEqualTo(group);
    }

    @Property(tries = 300)
    void shouldLoseNothingOfAPlan(@ForAll("plans") RecoveryPlan plan) throws Exception {
        assertThat(Entries.plan(Entries.entry(plan))).isEqualTo(plan);
    }

    @Provide
    Arbitrary<TargetAccount> accounts() {
        return Records.account();
    }

    @Provide
    Arbitrary<ProtectionGroup> groups() {
        return Records.group();
    }

    @Provide
    Arbitrary<RecoveryPlan> plans() {
        return Records.plan();
    }
}
