package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Connections to AWS, or to an endpoint that stands in for it. Making one costs nothing: transport and clients are made
 * at the first call that needs them, and shared by all access that is opened.
 */
public final class SdkConnections implements AwsConnections {
    private final SdkSettings settings;
    private final BaseCredentials base;
    private final SdkClients clients;
    private final TargetCredentials credentials;
    private final ProvenPlaces places = new ProvenPlaces();

    public SdkConnections(SdkSettings settings) {
        this(settings, () -> HttpTransport.open(settings));
    }

    /** Connections whose every call is answered within the process. */
    public SdkConnections(SdkSettings settings, LocalEndpoint endpoint) {
        this(settings, () -> new LocalHttpClient(endpoint));
    }

    private SdkConnections(SdkSettings settings, Supplier<SdkHttpClient> transport) {
        this.settings = settings;
        this.base = new BaseCredentials(settings.credentials());
        this.clients = new SdkClients(settings, transport, places);
        this.credentials = new TargetCredentials(base, clients, settings.roles(), settings.clock());
    }

    @Override
    public AwsAccess open(CallListener listener) {
        return new SdkAccess(clients, credentials, places, listener, settings.clock());
    }

    /** Forgets which answers there were: another simulator, whose requests have the same ids, takes the place of one. */
    public void forgetAnswers() {
        clients.forgetAnswers();
    }

    /** Calls that are under way fail; later ones are refused with an {@link IllegalStateException}. */
    @Override
    public void close() {
        clients.close();
        base.close();
    }
}
