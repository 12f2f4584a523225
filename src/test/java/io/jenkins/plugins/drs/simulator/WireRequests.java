package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Signed requests in the protocols that DRS does not speak. */
public final class WireRequests {

    private WireRequests() {}

    /** A query form, as EC2 and STS take it. */
    public static Request query(String service, String form) {
        Map<String, String> headers = SimulatedAws.signed("AKIAEXAMPLE", SimulatedAws.REGION, service);
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return new Request("POST", "/", "", headers, form.getBytes(StandardCharsets.UTF_8));
    }

    /** AWS JSON 1.1, as Systems Manager and Secrets Manager take it. */
    public static Request json(String service, String target, String body) {
        Map<String, String> headers = SimulatedAws.signed("AKIAEXAMPLE", SimulatedAws.REGION, service);
        headers.put("X-Amz-Target", target);
        headers.put("Content-Type", "application/x-amz-json-1.1");
        return new Request("POST", "/", "", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
