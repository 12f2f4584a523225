// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import hudson.model.AbstractModelObject;
import jakarta.servlet.ServletContext;
import java.io.File;
import org.kohsuke.stapler.StaplerProxy;

@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class PluginManager extends AbstractModelObject implements StaplerProxy {
    protected PluginManager(ServletContext context, File rootDir) {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public PluginWrapper whichPlugin(Class c) {
        throw new UnsupportedOperationException();
    }

    public Object getTarget() {
        throw new UnsupportedOperationException();
    }
}
