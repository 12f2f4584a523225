package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.List;
import java.util.Optional;

/** A document that was read, but not validated; it knows where its values stand. */
public final class DraftDocument {
    private final DrConfiguration configuration;
    private final Node root;
    private final Pointers pointers;
    private final Findings findings;

    DraftDocument(DrConfiguration configuration, Node root, Pointers pointers, Findings findings) {
        this.configuration = configuration;
        this.root = root;
        this.pointers = pointers;
        this.findings = findings;
    }

    /** One that could not be read further; its problems say why. */
    static DraftDocument refused(Findings findings) {
        return new DraftDocument(null, null, new Pointers(), findings);
    }

    /** A document that nothing is made of, for the reason that the problem tells. */
    public static DraftDocument refused(String source, Problem problem) {
        Findings findings = new Findings(source);
        findings.add(problem, Position.UNKNOWN);
        return refused(findings);
    }

    /** The same document with further problems of another source, which has no lines. */
    public DraftDocument with(List<Problem> further, String source) {
        Findings all = findings.copy();
        Findings others = new Findings(source);
        further.forEach(problem -> all.addLocated(others.located(problem, Position.UNKNOWN)));
        return new DraftDocument(configuration, root, pointers, all);
    }

    /** What the document says; empty when a value is of the wrong kind, or it is no document at all. */
    public Optional<DrConfiguration> configuration() {
        return findings.hasErrors() ? Optional.empty() : Optional.ofNullable(configuration);
    }

    /** What is wrong with the document as such, in document order. */
    public List<LocatedProblem> problems() {
        return findings.all();
    }

    /** A problem of {@link #configuration()}, or of a part of it, with its place in the document. */
    public LocatedProblem located(Problem problem) {
        Problem inDocument = inDocument(problem);
        Position position =
                root == null ? Position.UNKNOWN : Pointers.position(root, new JsonPointer(inDocument.pointer()));
        return findings.located(inDocument, position);
    }

    ReadResult result() {
        return new ReadResult(configuration(), findings.all());
    }

    /** The document with what the validation says; not about values that are known to be wrong already. */
    public ReadResult validated() {
        if (configuration == null) {
            return result();
        }
        Findings all = findings.copy();
        ConfigurationValidation.of(configuration).stream()
                .map(this::inDocument)
                .filter(problem -> !findings.isFaulty(problem.pointer()))
                .forEach(problem -> all.add(problem, Pointers.position(root, new JsonPointer(problem.pointer()))));
        return new ReadResult(all.hasErrors() ? Optional.empty() : Optional.of(configuration), all.all());
    }

    private Problem inDocument(Problem problem) {
        String pointer = pointers.inDocument(problem.pointer()).text();
        return new Problem(problem.severity(), pointer, problem.message(), problem.remedy());
    }
}
