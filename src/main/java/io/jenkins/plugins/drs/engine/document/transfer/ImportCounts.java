package io.jenkins.plugins.drs.engine.document.transfer;

import java.util.List;

/**
 * What became of the items of one kind that a document holds.
 *
 * @param created were not stored before
 * @param updated took the place of a stored item
 * @param skipped were left out, because an item of that name is stored
 * @param unchanged are stored with the same meaning
 * @param errors what is wrong, in sentences; where there is one, nothing was imported and the counts are 0
 */
public record ImportCounts(int created, int updated, int skipped, int unchanged, List<String> errors) {
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, List.of());

    public ImportCounts {
        errors = List.copyOf(errors);
    }
}
