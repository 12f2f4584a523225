// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;

public class ComboBoxModel extends ArrayList<String> implements HttpResponse {
    public ComboBoxModel(Collection<? extends String> c) {}
}
