package io.jenkins.plugins.drs.plugin.configuration.entry;

/** One object of a configuration document. */
interface Entry {
    /** Its members as plain values, in the order of the document; what is not set is left out. */
    Tree toDocument();
}
