package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.ledger.CallEntry;
import io.jenkins.plugins.drs.simulator.state.Caller;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.time.Instant;

/** What is known so far about a request that is being served; ends as an entry of the record. */
final class Visit {
    final String requestId;
    Protocol protocol;
    String service;
    String operation;
    String regionName;
    Caller caller;
    Fault fault;
    Fault delay;
    String outcome = "OK";

    Visit(String requestId, Protocol protocol) {
        this.requestId = requestId;
        this.protocol = protocol;
    }

    CallEntry entry(Instant time) {
        Fault applied = fault == null ? delay : fault;
        return new CallEntry(
                time,
                service,
                operation,
                caller == null ? null : caller.accountId(),
                regionName,
                requestId,
                outcome,
                applied == null ? null : applied.kind().name());
    }
}
