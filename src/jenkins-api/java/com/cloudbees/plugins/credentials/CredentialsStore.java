// Compile-time signatures of the plugin credentials, without behaviour; see docs/building.md.
package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.AccessControlled;
import java.util.List;

public abstract class CredentialsStore implements AccessControlled, Saveable {
    public CredentialsStore() {}

    public abstract ModelObject getContext();

    public List<Domain> getDomains() {
        throw new UnsupportedOperationException();
    }

    public abstract List<Credentials> getCredentials(Domain domain);
}
