/**
 * Documents of older versions and of other tools, turned into documents of version 2.1.0.
 *
 * <p>What cannot be taken over, or not as it was, is listed; nothing is dropped in silence.
 */
package io.jenkins.plugins.drs.engine.document.migration;
