/** Pure decisions about the limits of an account: which launches may start now. */
package io.jenkins.plugins.drs.engine.quota;
