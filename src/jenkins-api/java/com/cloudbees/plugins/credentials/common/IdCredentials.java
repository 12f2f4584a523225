// Compile-time signatures: what this plugin uses of the type in credentials, without behaviour; see docs/building.md.
package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;

public interface IdCredentials extends Credentials {}
