package io.jenkins.plugins.drs.plugin.pages.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.plugin.configuration.store.Edits;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaleNoticeTest {
    private static final DrConfiguration SEEN = groups("first", "old");

    private static DrConfiguration groups(String web, String data) {
        return Configurations.of("""
                protectionGroups:
                  - {groupName: Web, description: %s, region: us-east-1, serverSelectionTags: {Tier: web}}
                  - {groupName: Data, description: %s, region: us-east-1, serverSelectionTags: {Tier: data}}
                """.formatted(web, data));
    }

    private static StaleNotice notice(Optional<DrConfiguration> seen, DrConfiguration current, DrConfiguration wanted) {
        ProtectionGroup web = wanted.group("Web").orElseThrow();
        return StaleNotice.between(
                "It was changed.", seen, current, Edits.change("Web", web), ItemKind.PROTECTION_GROUP, Set.of("web"));
    }

    @Test
    void shouldShowWhatTheOtherChangedInTheItemAndNothingElse() {
        var notice = notice(Optional.of(SEEN), groups("second", "new"), groups("third", "old"));

        assertThat(notice.getTheirs().getItems()).singleElement().satisfies(item -> {
            assertThat(item.getName()).isEqualTo("Web");
            assertThat(item.getFields()).singleElement().satisfies(field -> {
                assertThat(field.getBefore()).isEqualTo("first");
                assertThat(field.getAfter()).isEqualTo("second");
            });
        });
    }

    @Test
    void shouldShowWhatSavingAgainWouldOverwriteAndKeepWhatTheOtherChangedElsewhere() {
        var notice = notice(Optional.of(SEEN), groups("second", "new"), groups("third", "old"));

        assertThat(notice.getMine().getItems()).singleElement().satisfies(item -> {
            assertThat(item.getName()).isEqualTo("Web");
            assertThat(item.getFields()).singleElement().satisfies(field -> {
                assertThat(field.getBefore()).isEqualTo("second");
                assertThat(field.getAfter()).isEqualTo("third");
            });
        });
    }

    @Test
    void shouldSayThatARevisionIsNotKeptAnyLonger() {
        assertThat(notice(Optional.empty(), SEEN, SEEN).getTheirs()).isNull();
    }
}
