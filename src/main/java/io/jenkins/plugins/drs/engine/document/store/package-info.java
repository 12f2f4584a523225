/**
 * Where the configuration is kept: one current revision, the history of those before it, and no lost update.
 *
 * <p>{@link io.jenkins.plugins.drs.engine.document.store.ConfigurationStore} is the port;
 * {@link io.jenkins.plugins.drs.engine.document.store.FolderStore} keeps it in a folder.
 */
package io.jenkins.plugins.drs.engine.document.store;
