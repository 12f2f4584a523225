/** Takes waves through their lifecycle as the graph allows, and runs the actions before and after their launch. */
package io.jenkins.plugins.drs.engine.execution.wave;
