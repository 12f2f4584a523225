/**
 * The words that events, state, results, history, reports, pages and steps share. Names of constants are spelled as they
 * stand here in journals and results: there may be more of them, but those that there are stay.
 */
package io.jenkins.plugins.drs.engine.term;
