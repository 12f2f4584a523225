package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.drs.DrsService;
import io.jenkins.plugins.drs.simulator.ec2.Ec2Service;
import io.jenkins.plugins.drs.simulator.secrets.SecretsService;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.ssm.SsmService;
import io.jenkins.plugins.drs.simulator.sts.StsService;
import java.util.List;

/** The services that are simulated. */
final class SimulatedServices {

    private SimulatedServices() {}

    /** One of each. */
    static List<AwsService> all() {
        return List.of(new DrsService(), new SsmService(), new Ec2Service(), new StsService(), new SecretsService());
    }
}
