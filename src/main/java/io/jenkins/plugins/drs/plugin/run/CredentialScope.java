package io.jenkins.plugins.drs.plugin.run;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Item;
import hudson.model.ModelObject;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * Where credentials are kept. Two folders, or a folder and the controller, may have credentials of the same id for different
 * accounts, so an id alone names none.
 */
final class CredentialScope {
    /** The controller's own. */
    static final String CONTROLLER = "/";
    /** Credentials that the build alone can open, as those of a user who gave them as a parameter. */
    static final String BUILD = "build";

    private CredentialScope() {}

    /** The scope of credentials that a build has found: {@code /} and the full name of a folder, or one of the constants. */
    static String of(Run<?, ?> build, AmazonWebServicesCredentials found) {
        String nearest = BUILD;
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (CredentialsStore store : CredentialsProvider.lookupStores(build.getParent())) {
                List<AmazonWebServicesCredentials> here = in(store, found.getId());
                if (isThere(here, found)) {
                    return name(store.getContext());
                }
                nearest = nearest.equals(BUILD) && !here.isEmpty() ? name(store.getContext()) : nearest;
            }
        }
        return nearest;
    }

    private static boolean isThere(List<AmazonWebServicesCredentials> here, AmazonWebServicesCredentials found) {
        return here.stream().anyMatch(credentials -> credentials == found); // equal is whatever has the same id
    }

    private static String name(ModelObject context) {
        return context instanceof Item item ? CONTROLLER + item.getFullName() : CONTROLLER;
    }

    /** The credentials of that id in that scope, and in no other; empty when they are gone. */
    static Optional<AmazonWebServicesCredentials> find(String scope, String id) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            ModelObject context = scope.equals(CONTROLLER)
                    ? Jenkins.get()
                    : Jenkins.get().getItemByFullName(scope.substring(CONTROLLER.length()), Item.class);
            List<AmazonWebServicesCredentials> found = new ArrayList<>();
            if (context != null) {
                for (CredentialsStore store : CredentialsProvider.lookupStores(context)) {
                    if (store.getContext() == context) {
                        found.addAll(in(store, id));
                    }
                }
            }
            return found.stream().findFirst();
        }
    }

    private static List<AmazonWebServicesCredentials> in(CredentialsStore store, String id) {
        List<AmazonWebServicesCredentials> found = new ArrayList<>();
        for (Domain domain : store.getDomains()) {
            for (Credentials credentials : store.getCredentials(domain)) {
                if (credentials instanceof AmazonWebServicesCredentials aws
                        && aws.getId().equals(id)) {
                    found.add(aws);
                }
            }
        }
        return found;
    }
}
