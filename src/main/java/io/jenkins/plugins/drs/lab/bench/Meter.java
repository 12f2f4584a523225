package io.jenkins.plugins.drs.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Measures what this process spends from when the meter was made. */
final class Meter {
    private static final long NANOS = 1_000_000;
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private final long wall;
    private final long cpu;

    Meter() {
        collectGarbage();
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        wall = System.nanoTime();
        cpu = processCpuMillis();
    }

    long cpuMillis() {
        return processCpuMillis() - cpu;
    }

    /** CPU time of all threads of the process, those of Java itself included; counted in hundredths of a second. */
    private static long processCpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("Expected a system that tells the CPU time of a process"))
                .toMillis();
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
