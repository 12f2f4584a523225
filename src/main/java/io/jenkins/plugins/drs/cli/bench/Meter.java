package io.jenkins.plugins.drs.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Measures what this process spends from when the meter was made. */
final class Meter {
    private static final long NANOS = 1_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private final long wall;
    private final long cpu;

    Meter() {
        collectGarbage();
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        wall = System.nanoTime();
        cpu = SYSTEM.getProcessCpuTime();
    }

    long cpuMillis() {
        return (SYSTEM.getProcessCpuTime() - cpu) / NANOS;
    }

    long wallMillis() {
        return (System.nanoTime() - wall) / NANOS;
    }

    /** Sum of the peaks of the heap's parts, which is no less than the peak of the heap. */
    long peakHeapBytes() {
        return HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    /** Heap in use after a full collection. */
    static long liveHeapBytes() {
        collectGarbage();
        return HEAP.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static void collectGarbage() {
        ManagementFactory.getMemoryMXBean().gc();
    }
}
