package io.jenkins.plugins.drs.cli.run;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this product, as its jar tells it. */
public final class Version implements IVersionProvider {
    /** The version; {@code development} outside a jar. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"drs " + current()};
    }
}
