// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import jenkins.model.FullyNamedModelObject;

public interface Item extends FullyNamedModelObject, SearchableModelObject, AccessControlled {
    Permission CONFIGURE = null;

    Permission READ = null;

    Permission EXTENDED_READ = null;

    Permission BUILD = null;

    ItemGroup<? extends Item> getParent();

    String getFullName();
}
