package io.jenkins.plugins.drs.plugin.pages.configuration;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.migration.Migration;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.engine.document.migration.MigrationResult;
import io.jenkins.plugins.drs.engine.document.migration.SourceFormat;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationImport;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** What importing a document would do, and the decision. */
public final class ImportPreview implements ModelObject {
    private final String key;
    private final PendingImports.Pending document;
    private final MigrationResult read;

    ImportPreview(String key, PendingImports.Pending document) {
        this.key = key;
        this.document = document;
        this.read = Migration.read(document.content(), document.name(), document.options());
    }

    @Override
    public String getDisplayName() {
        return document.name();
    }

    public String getUrl() {
        return ImportPage.URL + "pending/" + key + "/";
    }

    public String getFormat() {
        return read.format().words();
    }

    /** Whether it is of another format, which can leave things open that a person has to say. */
    public boolean isMigrated() {
        return read.format() != SourceFormat.CURRENT;
    }

    /** The role that was named for accounts without one; empty for none. */
    public String getRole() {
        return document.options().assumeRole().orElse("");
    }

    /** The names that were given for ids of groups, a line for each. */
    public String getGroups() {
        return document.options().groupNames().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> group.getKey() + "=" + group.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Reads the document again with what it leaves open. Changes nothing that is stored. */
    @RequirePOST
    public HttpResponse doOptions(@QueryParameter String role, @QueryParameter String groups) {
        Access.checkConfigure();
        try {
            PendingImports.all().replace(key, document.with(MigrationOptions.of(role, groups)));
        } catch (IllegalArgumentException e) {
            return Refused.badRequest(e.getMessage(), getUrl());
        }
        return HttpResponses.redirectViaContextPath(getUrl());
    }

    public List<String> getChoices() {
        return new ImportPage().getChoices();
    }

    /** A dry run. */
    public ImportReport report(String onConflict) throws IOException {
        try {
            ImportResult result = run(request(onConflict, true, false, OptionalLong.empty()));
            ImportResult passed = result.outcome() == ImportResult.Outcome.WARNINGS
                    ? run(request(onConflict, true, true, OptionalLong.empty()))
                    : result;
            return new ImportReport(choice(onConflict), result, passed.counts());
        } catch (StaleConfigurationException e) {
            throw new IOException(e); // nobody asked for a revision
        }
    }

    private static OnConflict choice(String text) {
        for (OnConflict choice : OnConflict.values()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        return OnConflict.FAIL;
    }

    private static ImportRequest request(String onConflict, boolean dryRun, boolean force, OptionalLong revision) {
        return new ImportRequest(choice(onConflict), dryRun, force, revision);
    }

    private ImportResult run(ImportRequest request) throws IOException, StaleConfigurationException {
        return run(request, "");
    }

    private ImportResult run(ImportRequest request, String why) throws IOException, StaleConfigurationException {
        Change change = new Change(Jenkins.getAuthentication2().getName(), Instant.now(), Change.Kind.IMPORT, why);
        return ConfigurationImport.run(PlanStore.get(), read.document(), request, change);
    }

    /** Imports the document into the revision for which its dry run was shown. */
    @RequirePOST
    public HttpResponse doConfirm(
            @QueryParameter String onConflict,
            @QueryParameter boolean force,
            @QueryParameter long revision,
            @QueryParameter String why)
            throws IOException {
        Access.checkConfigure();
        String reason = why == null || why.isBlank() ? Messages.import_why(document.name()) : why;
        try {
            ImportResult result = run(request(onConflict, false, force, OptionalLong.of(revision)), reason);
            if (!result.success()) {
                return Refused.conflict(Messages.import_refused(problems(result)), List.of(), back(onConflict));
            }
            PendingImports.all().remove(key);
            return HttpResponses.redirectViaContextPath(Address.ROOT + "/history/revision/" + result.revision() + "/");
        } catch (StaleConfigurationException e) {
            return Refused.conflict(e.getMessage(), List.of(), back(onConflict));
        }
    }

    private static String problems(ImportResult result) {
        return result.problems().isEmpty()
                ? ""
                : result.problems().stream()
                        .filter(LocatedProblem::isError)
                        .findFirst()
                        .orElse(result.problems().get(0))
                        .toString();
    }

    private String back(String onConflict) {
        return getUrl() + "?onConflict=" + choice(onConflict).name().toLowerCase(Locale.ROOT);
    }
}
