package io.jenkins.plugins.drs.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a step may be called.
 *
 * @param arguments by name
 * @param block whether it takes a block
 * @param open whether it takes arguments of any name
 */
record StepModel(String name, Map<String, Argument> arguments, boolean block, boolean open) {
    /** The argument that may stand without its name: the only one that Jenkins wants. */
    Optional<Argument> positional() {
        List<Argument> wanted = arguments.values().stream()
                .filter(argument -> argument.need() != Argument.Need.OPTIONAL)
                .toList();
        return wanted.size() == 1 ? Optional.of(wanted.get(0)) : Optional.empty();
    }

    List<String> mandatory() {
        return arguments.values().stream()
                .filter(argument -> argument.need() == Argument.Need.MANDATORY)
                .map(Argument::name)
                .toList();
    }
}
