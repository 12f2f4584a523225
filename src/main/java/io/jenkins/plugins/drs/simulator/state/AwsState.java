package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.AccountSpec;
import io.jenkins.plugins.drs.simulator.environment.Environment;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.fault.Faults;
import io.jenkins.plugins.drs.simulator.fault.Occasion;
import io.jenkins.plugins.drs.simulator.ledger.Ledger;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that exists: accounts and their Regions, and what will happen to it. Not thread-safe; whoever
 * uses it holds the simulator's lock.
 */
public final class AwsState {
    private final Environment environment;
    private final Instant start;
    private final Agenda agenda;
    private final Ids ids;
    private final Faults faults;
    private final CredentialBook credentials;
    private final Ledger ledger = new Ledger();
    private final Map<String, Region> regions = new TreeMap<>();
    private final Consumer<Region> furnish;

    /**
     * Makes the world of an environment.
     *
     * @param furnish called once for every Region when it comes into being
     */
    public AwsState(Environment environment, Instant start, Consumer<Region> furnish) {
        this.environment = environment;
        this.start = start;
        this.furnish = furnish;
        this.agenda = new Agenda(start);
        this.ids = new Ids(environment.seed());
        this.faults = new Faults(environment.seed(), environment.faults());
        this.credentials = new CredentialBook(environment, ids);
        for (AccountSpec account : environment.accounts()) {
            account.regions().keySet().stream().sorted().forEach(name -> region(account.accountId(), name));
        }
    }

    /** Lets everything happen that is due. */
    public void walkTo(Instant present) {
        agenda.walkTo(present);
    }

    /** The present. */
    public Instant now() {
        return agenda.now();
    }

    /** An account's Region; one that the environment does not mention is untouched. */
    public Region region(String accountId, String name) {
        String key = accountId + " " + name;
        Region known = regions.get(key);
        if (known != null) {
            return known;
        }
        RegionSpec spec = environment
                .account(accountId)
                .map(account -> account.regions().get(name))
                .orElseGet(RegionSpec::untouched);
        Region region = new Region(this, accountId, name, spec);
        regions.put(key, region);
        furnish.accept(region);
        return region;
    }

    /** The fault of a kind that strikes here and now, if any; it is then used up by one strike. */
    public Optional<Fault> fault(FaultKind kind, Occasion occasion) {
        return fault(EnumSet.of(kind), occasion);
    }

    /** The first fault of some kinds that strikes here and now, if any. */
    public Optional<Fault> fault(Set<FaultKind> kinds, Occasion occasion) {
        return faults.take(kinds, occasion, Duration.between(start, now()));
    }

    /** Every instance that is not terminated. */
    public List<InstanceEntry> instances() {
        return regions.values().stream()
                .flatMap(region -> region.runningInstances().stream())
                .toList();
    }

    public Environment environment() {
        return environment;
    }

    /** Simulated time at which the world began. */
    public Instant start() {
        return start;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Ids ids() {
        return ids;
    }

    public Faults faults() {
        return faults;
    }

    public CredentialBook credentials() {
        return credentials;
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * What will happen in the world, and when. Nothing happens by itself: whoever looks at the world first
     * walks it to the present, and each entry runs with its own time as the present.
     */
    public static final class Agenda {
        private final PriorityQueue<Entry> entries =
                new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
        private Instant now;
        private long count;

        Agenda(Instant start) {
            this.now = start;
        }

        /** Time of the entry that is running, or the time to which the world was walked last. */
        public Instant now() {
            return now;
        }

        /** Enters what happens at a time; what is already due happens at the next walk. */
        public void at(Instant time, Runnable happening) {
            entries.add(new Entry(time, count++, happening));
        }

        void walkTo(Instant present) {
            while (!entries.isEmpty() && !entries.peek().at().isAfter(present)) {
                Entry next = entries.poll();
                now = next.at().isAfter(now) ? next.at() : now;
                next.happening().run();
            }
            now = present.isAfter(now) ? present : now;
        }

        private record Entry(Instant at, long number, Runnable happening) {}
    }
}
