package io.jenkins.plugins.drs.plugin.run;

/** Makes what a host throws that has ended. */
public final class Endings {
    private Endings() {}

    public static HostEndedException hostEnded() {
        return new HostEndedException();
    }
}
