/**
 * AWS on the loopback, for trying the product and for testing it without an account.
 *
 * <p>{@link io.jenkins.plugins.drs.simulator.Simulator} answers Elastic Disaster Recovery, Systems Manager,
 * EC2, STS and Secrets Manager as far as the product uses them, over HTTP or within the process. What exists
 * in its world is declared in an environment file, whose format is described in
 * {@code environment-format.md} beside this package's resources. A request is taken through
 * <ol>
 *   <li>its signature: service and Region from the credential scope, account from the access key;
 *   <li>the protocol of its service ({@code simulator.wire});
 *   <li>faults that were asked for ({@code simulator.fault});
 *   <li>the shape of its operation ({@code simulator.shape});
 *   <li>its operation ({@code simulator.drs}, {@code simulator.ssm} and so on), which works on the world
 *       ({@code simulator.state}).
 * </ol>
 * What happens in the world is entered in an agenda and happens when somebody looks after its time: there is no
 * thread and no timer, so that virtual time gives the same world every time.
 *
 * <p>The simulator knows no class of the AWS SDK and none of the product's: a mistake in one is found by
 * the other.
 */
package io.jenkins.plugins.drs.simulator;
