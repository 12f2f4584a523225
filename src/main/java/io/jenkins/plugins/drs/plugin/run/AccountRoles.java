package io.jenkins.plugins.drs.plugin.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of roles and external ids of an execution's accounts. Its journal is an artifact, which whoever sees the job can
 * read, so they are kept beside it, where the controller alone reads them.
 */
public final class AccountRoles {
    /** Stands in place of the name of a role. */
    static final String HIDDEN = "not-shown";

    private static final String FILE = "accounts.json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private AccountRoles() {}

    /** The configuration as everybody may read it who sees the job. */
    public static DrConfiguration hidden(DrConfiguration configuration) {
        return configuration.withAccounts(configuration.targetAccounts().stream()
                .map(account -> new TargetAccount(
                        account.accountId(), account.accountName(), HIDDEN, Optional.empty(), Map.of()))
                .toList());
    }

    /**
     * What must not be shown where AWS names it, as in the ARN of a caller or in a refusal. Names that are too short or too
     * common to be told from other text are so behind the word that stands before them in an ARN.
     */
    static List<String> secrets(DrConfiguration configuration) {
        return configuration.targetAccounts().stream()
                .flatMap(account -> Stream.concat(
                        Stream.of(account.assumeRoleName(), "role/" + account.assumeRoleName()),
                        account.externalId().stream()))
                .toList();
    }

    /** Keeps what {@link #hidden} leaves out; nothing where there are no accounts. */
    static void write(Path folder, DrConfiguration configuration) throws IOException {
        if (!configuration.targetAccounts().isEmpty()) {
            JSON.writeValue(folder.resolve(FILE).toFile(), configuration.targetAccounts());
        }
    }

    /** The configuration with what was left out of it; as it is where an earlier version left nothing out. */
    static DrConfiguration restored(Path folder, DrConfiguration journalled) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? journalled.withAccounts(JSON.readValue(file.toFile(), new TypeReference<List<TargetAccount>>() {}))
                : journalled;
    }
}
