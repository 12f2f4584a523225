// Compile-time signatures of the plugin junit, without behaviour; see docs/building.md.
package hudson.tasks.test;

public class PipelineTestDetails {
    public PipelineTestDetails() {}

    public void setNodeId(String nodeId) {
        throw new UnsupportedOperationException();
    }
}
