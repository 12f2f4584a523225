// Compile-time signatures of the plugin credentials, without behaviour; see docs/building.md.
package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import java.io.Serializable;

public class DomainRequirement implements ExtensionPoint, Serializable {
    public DomainRequirement() {}
}
