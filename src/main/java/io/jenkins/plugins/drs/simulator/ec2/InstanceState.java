package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;
import java.util.Locale;

/** State of an instance with the code that EC2 gives it. */
enum InstanceState {
    PENDING(0),
    RUNNING(16),
    SHUTTING_DOWN(32),
    TERMINATED(48),
    STOPPING(64),
    STOPPED(80);

    private final int code;

    InstanceState(int code) {
        this.code = code;
    }

    static InstanceState of(Ec2Instance instance, Instant now) {
        return valueOf(instance.state(now).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    int code() {
        return code;
    }

    /** Such as {@code shutting-down}. */
    String word() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    ObjectNode xml() {
        return Json.object().put("code", code).put("name", word());
    }
}
