// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.util.TreeMap;

public class EnvVars extends TreeMap<String, String> {
    public EnvVars() {}

    public String get(String key, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public String put(String key, String value) {
        throw new UnsupportedOperationException();
    }
}
