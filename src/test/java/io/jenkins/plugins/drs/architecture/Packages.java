package io.jenkins.plugins.drs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/** Which package a class is in. Every pattern takes in the packages below. */
final class Packages {
    static final String ROOT = "io.jenkins.plugins.drs.";

    static final DescribedPredicate<JavaClass> OURS = resideInAnyPackage("io.jenkins.plugins.drs..");
    static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java..", "javax..");
    static final DescribedPredicate<JavaClass> JACKSON = resideInAnyPackage("com.fasterxml.jackson..");
    static final DescribedPredicate<JavaClass> SNAKEYAML = resideInAnyPackage("org.yaml.snakeyaml..");
    static final DescribedPredicate<JavaClass> AWS_SDK = resideInAnyPackage("software.amazon.awssdk..");
    static final DescribedPredicate<JavaClass> AWS_CREDENTIALS =
            resideInAnyPackage("software.amazon.awssdk.auth.credentials..", "software.amazon.awssdk.identity.spi..");
    static final DescribedPredicate<JavaClass> HTTP_SERVER = resideInAnyPackage("com.sun.net.httpserver..");
    static final DescribedPredicate<JavaClass> PICOCLI = resideInAnyPackage("picocli..");

    /** Ctrl-C; the JDK has no other way to it. */
    static final DescribedPredicate<JavaClass> SIGNALS = resideInAnyPackage("sun.misc..");

    static final DescribedPredicate<JavaClass> JENKINS =
            resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..");

    /** The gateways, without their adapters. */
    static final DescribedPredicate<JavaClass> AWS = in("engine.aws").and(not(in("engine.aws.sdk")));

    private Packages() {}

    /** One of these packages of ours, or below one. */
    static DescribedPredicate<JavaClass> in(String... names) {
        return resideInAnyPackage(
                Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new));
    }

    @SafeVarargs
    static DescribedPredicate<JavaClass> any(DescribedPredicate<JavaClass>... predicates) {
        return or(predicates);
    }
}
