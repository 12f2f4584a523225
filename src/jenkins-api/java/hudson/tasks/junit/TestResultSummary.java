// Compile-time signatures of the plugin junit, without behaviour; see docs/building.md.
package hudson.tasks.junit;

public class TestResultSummary {
    public TestResultSummary(int failCount, int skipCount, int passCount, int totalCount) {}
}
