// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import hudson.model.ModelObject;
import java.io.File;
import java.net.URL;
import java.util.List;
import java.util.jar.Manifest;

public class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {
    public PluginWrapper(
            PluginManager parent,
            File archive,
            Manifest manifest,
            URL baseResourceURL,
            ClassLoader classLoader,
            File disableFile,
            List<PluginWrapper.Dependency> dependencies,
            List<PluginWrapper.Dependency> optionalDependencies) {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getVersion() {
        throw new UnsupportedOperationException();
    }

    public int compareTo(PluginWrapper pw) {
        throw new UnsupportedOperationException();
    }

    public static final class Dependency {
        public Dependency(String s) {}
    }
}
