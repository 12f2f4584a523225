package io.jenkins.plugins.drs.documentation;

import groovy.lang.GroovyClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;

/** Pipeline code as the parser of Jenkins' Groovy sees it. */
final class GroovyScript {
    private static final GroovyClassLoader TYPES = new GroovyClassLoader(GroovyScript.class.getClassLoader());

    private final ModuleNode module;

    private GroovyScript(ModuleNode module) {
        this.module = module;
    }

    /** @throws CompilationFailedException when it is no Groovy */
    static GroovyScript parse(String text) {
        CompilationUnit unit = new CompilationUnit(new CompilerConfiguration(), null, TYPES);
        SourceUnit source = unit.addSource("Snippet.groovy", text);
        unit.compile(Phases.CONVERSION);
        return new GroovyScript(source.getAST());
    }

    /** Empty where the text is no Groovy. */
    static Optional<GroovyScript> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (CompilationFailedException e) {
            return Optional.empty();
        }
    }

    List<Statement> statements() {
        return module.getStatementBlock().getStatements();
    }

    /** Methods that the script defines. */
    List<MethodNode> methods() {
        return module.getMethods();
    }

    /** Everything that runs: the script, then its methods. */
    List<Statement> all() {
        List<Statement> all = new ArrayList<>(statements());
        methods().forEach(method -> all.add(method.getCode()));
        return all;
    }
}
