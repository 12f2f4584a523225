package io.jenkins.plugins.drs.cli.torture;

public final class Scratch {
    public static void main(String[] args) throws Exception {
        long from = Long.parseLong(args[0]);
        long to = Long.parseLong(args[1]);
        long began = System.nanoTime();
        int bad = 0;
        java.util.Map<String, Integer> ends = new java.util.TreeMap<>();
        long events = 0;
        long calls = 0;
        try (Torture torture = new Torture()) {
            for (long seed = from; seed < to; seed++) {
                try {
                    Verdict verdict = torture.judge(seed);
                    events += verdict.outcome().events().size();
                    calls += verdict.outcome().record().calls().size();
                    ends.merge(verdict.outcome().status().map(Enum::name).orElse("NONE"), 1, Integer::sum);
                    if (!verdict.isClean()) {
                        bad++;
                        System.out.println(
                                "seed " + seed + " " + verdict.broken().get(0) + " ("
                                        + verdict.broken().size() + ") "
                                        + verdict.outcome().scenario().troubles());
                    }
                } catch (Throwable e) {
                    bad++;
                    System.out.println("seed " + seed + " threw " + e);
                    if (args.length > 2) e.printStackTrace(System.out);
                }
            }
        }
        long cpu = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.println(bad + " bad; " + ends + " events " + events + " calls " + calls + " wall "
                + (System.nanoTime() - began) / 1000000 + " ms cpu " + cpu / 1000000);
    }
}
