/** Configurations out of a store and into it: export and import. */
package io.jenkins.plugins.drs.engine.document.transfer;
