package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that speaks against an import, each with its place in the document where it has one. */
final class ImportProblems {
    private static final String STORED = "stored configuration";
    private static final int MOST_SENTENCES = 100;

    private final List<LocatedProblem> problems = new ArrayList<>();
    private final Map<ItemKind, List<String>> errors = new EnumMap<>(ItemKind.class);
    private final DraftDocument document;
    private final Merge merge;

    private ImportProblems(DraftDocument document, Merge merge) {
        this.document = document;
        this.merge = merge;
        problems.addAll(document.problems());
    }

    static ImportProblems of(DraftDocument document, Merge merge, ImportRequest.OnConflict onConflict) {
        ImportProblems problems = new ImportProblems(document, merge);
        if (onConflict == ImportRequest.OnConflict.FAIL) {
            merge.kinds().forEach(problems::conflicts);
        }
        ConfigurationValidation.of(merge.configuration()).forEach(problems::add);
        return problems;
    }

    List<LocatedProblem> all() {
        return problems;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(LocatedProblem::isError);
    }

    /** The errors of one kind as sentences, at most 100. */
    List<String> errors(ItemKind kind) {
        return errors.getOrDefault(kind, List.of());
    }

    private void conflicts(ItemKind kind) {
        for (int index : merge.items(kind).conflicts()) {
            String pointer = JsonPointer.ROOT.child(kind.list()).child(index).text();
            add(
                    kind,
                    document.located(Problem.error(
                            pointer,
                            "There is a stored " + kind.words() + " of this name that means something else",
                            "Import with skip to keep the stored one, or with overwrite to replace it")));
        }
    }

    private void add(Problem problem) {
        List<String> steps = new JsonPointer(problem.pointer()).steps();
        ItemKind kind = steps.size() < 2 ? null : kind(steps.get(0));
        if (kind == null) {
            add(ItemKind.UNKNOWN_FIELD, document.located(problem));
            return;
        }
        int place = Integer.parseInt(steps.get(1));
        int origin = merge.items(kind).origin(place);
        if (origin != MergedItems.STORED) {
            String rest = problem.pointer()
                    .substring(kind.list().length() + steps.get(1).length() + 2);
            String pointer = JsonPointer.ROOT.child(kind.list()).child(origin).text() + rest;
            add(kind, document.located(new Problem(problem.severity(), pointer, problem.message(), problem.remedy())));
        } else if (problem.isError()) {
            add(kind, ofStored(kind, place, problem));
        }
    }

    /** A stored item that was good by itself, and no longer is with what the document brings. */
    private LocatedProblem ofStored(ItemKind kind, int place, Problem problem) {
        String item = kind.words() + " " + Shown.quoted(merge.items(kind).nameOf(place));
        Problem named = new Problem(
                problem.severity(),
                problem.pointer(),
                "With this document, the stored " + item + " is not valid any longer: " + problem.message(),
                problem.remedy());
        return new LocatedProblem(named, STORED, 0, 0);
    }

    private static ItemKind kind(String list) {
        for (ItemKind kind : ItemKind.values()) {
            if (!list.isEmpty() && kind.list().equals(list)) {
                return kind;
            }
        }
        return null;
    }

    private void add(ItemKind kind, LocatedProblem problem) {
        problems.add(problem);
        List<String> sentences = errors.computeIfAbsent(kind, any -> new ArrayList<>());
        if (problem.isError() && sentences.size() < MOST_SENTENCES) {
            sentences.add(problem.toString());
        }
    }
}
