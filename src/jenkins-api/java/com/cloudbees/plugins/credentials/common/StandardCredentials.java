// Compile-time signatures: what this plugin uses of the type in credentials, without behaviour; see docs/building.md.
package com.cloudbees.plugins.credentials.common;

public interface StandardCredentials extends IdCredentials {}
