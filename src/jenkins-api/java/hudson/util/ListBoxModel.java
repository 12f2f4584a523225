// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import java.util.ArrayList;
import org.kohsuke.stapler.HttpResponse;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {
    public ListBoxModel(ListBoxModel.Option... data) {}

    public static final class Option {
        public String name;

        public String value;

        public Option(String name, String value) {}

        public Option(String name) {}
    }
}
