package io.jenkins.plugins.drs.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The faults in force. Thread-safe; the same seed and occasions strike the same way. */
public final class Faults {
    private final List<Armed> armed = new ArrayList<>();
    private final Random random;

    /** Faults drawn from a seed. */
    public Faults(long seed, List<Fault> initial) {
        this.random = new Random(seed);
        initial.forEach(this::add);
    }

    /** Puts a fault in force, after those already there. */
    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** Takes all faults out of force; what they did stays done. */
    public synchronized void clear() {
        armed.clear();
    }

    /** Faults in force, in the order in which they are asked. */
    public synchronized List<Fault> active() {
        return armed.stream().map(one -> one.fault).toList();
    }

    /**
     * The first fault of the given kinds that strikes here; one strike is then used up.
     *
     * @param sinceStart simulated time since the world's start
     */
    public synchronized Optional<Fault> take(Set<FaultKind> kinds, Occasion occasion, Duration sinceStart) {
        for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
            Armed candidate = each.next();
            if (kinds.contains(candidate.fault.kind()) && strikes(candidate, occasion, sinceStart)) {
                if (candidate.strikesLeft == 0) {
                    each.remove();
                }
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    private boolean strikes(Armed candidate, Occasion occasion, Duration sinceStart) {
        Fault fault = candidate.fault;
        if (!fault.match().accepts(occasion) || !fault.when().isOpen(sinceStart)) {
            return false;
        }
        if (candidate.toSkip > 0) {
            candidate.toSkip--;
            return false;
        }
        Double probability = fault.when().probability();
        if (probability != null && random.nextDouble() >= probability) {
            return false;
        }
        candidate.strikesLeft--;
        return true;
    }

    /** A fault with what is left of its counts; a fault without a count has more strikes than anyone uses. */
    private static final class Armed {
        final Fault fault;
        int toSkip;
        int strikesLeft;

        Armed(Fault fault) {
            this.fault = fault;
            this.toSkip = fault.when().skip() == null ? 0 : fault.when().skip();
            this.strikesLeft = fault.when().times() == null
                    ? Integer.MAX_VALUE
                    : Math.max(1, fault.when().times());
        }
    }
}
