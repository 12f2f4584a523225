package io.jenkins.plugins.drs.engine.document.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents of all formats. Pure: the same document gives the same result.
 *
 * <p>The format is found out by the shape of the document. A newer version than the current one is refused.
 */
public final class Migration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> KNOWN_SCHEMAS = List.of("1.0", "1.1");

    private final Notes notes = new Notes();
    private final byte[] content;
    private final String source;
    private final MigrationOptions options;

    private Migration(byte[] content, String source, MigrationOptions options) {
        this.content = content;
        this.source = source;
        this.options = options;
    }

    /**
     * Reads a document, and migrates it where it is not of the current version.
     *
     * @param source its name, for messages
     */
    public static MigrationResult read(byte[] content, String source, MigrationOptions options) {
        return new Migration(content, source, options).read();
    }

    private MigrationResult read() {
        Optional<Object> tree = SourceTree.read(content, source);
        if (tree.isEmpty()) {
            return current();
        }
        Shape shape = Shape.of(tree.get(), notes);
        return switch (shape.format()) {
            case CURRENT -> current();
            case VERSION_1_0 ->
                shape.items().isEmpty()
                        ? migrated(shape, new Version10Migration(options, notes).migrate(shape.document()))
                        : migrated(shape, new Version10Migration(options, notes).migrate(shape.items()));
            case LAMBDA_ORCHESTRATOR -> lambda(shape);
            case PLAN_AUTOMATION -> migrated(shape, new PlanAutomationMigration(options, notes).migrate(shape.items()));
        };
    }

    private MigrationResult lambda(Shape shape) {
        String version = shape.document().text("schemaVersion").orElse("1.1");
        if (!KNOWN_SCHEMAS.contains(version)) {
            Problem refusal = Problem.error(
                    "/schemaVersion",
                    "Expected an export of schema version 1.0 or 1.1, but got " + Shown.quoted(version),
                    "Export it in one of these versions, or use a newer version of this product");
            return new MigrationResult(shape.format(), DraftDocument.refused(source, refusal), List.of());
        }
        return migrated(shape, new LambdaMigration(options, notes).migrate(shape.document()));
    }

    /** The reader says what is wrong with it, if something is, and refuses versions that it does not know. */
    private MigrationResult current() {
        return new MigrationResult(
                SourceFormat.CURRENT, DocumentReader.draft(content, source, DocumentLimits.DEFAULT), List.of());
    }

    private MigrationResult migrated(Shape shape, Map<String, Object> document) {
        try {
            byte[] json = JSON.writeValueAsBytes(document);
            DraftDocument made = DocumentReader.draft(json, source + " (migrated)", DocumentLimits.DEFAULT);
            List<Problem> warnings =
                    notes.all().stream().map(MigrationNote::warning).toList();
            return new MigrationResult(shape.format(), made.with(warnings, source), notes.all());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("Expected to write plain values as JSON, but failed", impossible);
        }
    }

    /** What the result says about its origin. */
    static Map<String, Object> metadata(String originalVersion) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("version", ExportMetadata.CURRENT_VERSION);
        metadata.put("migrated", true);
        metadata.put("originalVersion", originalVersion);
        return metadata;
    }

    /** The Lambda orchestrator's export, schema versions 1.0 and 1.1: groups, their servers, and waves by number. */
    private static final class LambdaMigration {
        private final LambdaGroups groups;
        private final LambdaPlans plans;
        private final Accounts accounts;

        LambdaMigration(MigrationOptions options, Notes notes) {
            accounts = new Accounts(options, notes);
            GroupReferences references = new GroupReferences(options.groupNames(), notes);
            groups = new LambdaGroups(references, accounts, notes);
            plans = new LambdaPlans(references, groups, accounts, notes);
        }

        Map<String, Object> migrate(SourceObject document) {
            Optional<String> sourceAccount = document.text("sourceAccount");
            sourceAccount.ifPresent(accounts::own);
            ResultObject metadata = new ResultObject()
                    .putAll(Migration.metadata(
                            "schemaVersion " + document.text("schemaVersion").orElse("1.1")))
                    .put("exportDate", document.text("exportedAt", "exportTimestamp"))
                    .put("sourceAccount", sourceAccount)
                    .put("sourceRegion", document.text("sourceRegion"))
                    .put("exportedBy", document.text("exportedBy"));
            List<Object> protectionGroups = new ArrayList<>();
            document.objects("protectionGroups").forEach(group -> protectionGroups.add(groups.group(group)));
            List<Object> recoveryPlans = new ArrayList<>();
            document.objects("recoveryPlans").forEach(plan -> recoveryPlans.add(plans.plan(plan)));
            protectionGroups.addAll(groups.derived());
            document.object("metadata").ifPresent(counts -> counts.ignore("protectionGroupCount", "recoveryPlanCount"));
            document.tellRest();
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("exportMetadata", metadata.members());
            if (!accounts.all().isEmpty()) {
                result.put("targetAccounts", accounts.all());
            }
            result.put("protectionGroups", protectionGroups);
            result.put("recoveryPlans", recoveryPlans);
            return result;
        }
    }
}
