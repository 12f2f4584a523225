package io.jenkins.plugins.drs.documentation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which operations of AWS the product calls, as its class files tell, under their names in IAM. */
final class CalledOperations {
    private static final String SERVICES = "software.amazon.awssdk.services.";
    private static final String PAGINATOR = "Paginator";

    private CalledOperations() {}

    /** Such as {@code drs:StartRecovery}. */
    static Set<String> all() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.jenkins.plugins.drs.engine", "io.jenkins.plugins.drs.plugin.run");
        Set<String> operations = new TreeSet<>();
        product.forEach(it -> Stream.concat(
                        it.getMethodCallsFromSelf().stream().map(call -> name(call.getTargetOwner(), call.getName())),
                        it.getMethodReferencesFromSelf().stream()
                                .map(call -> name(call.getTargetOwner(), call.getName())))
                .filter(name -> !name.isEmpty())
                .forEach(operations::add));
        return operations;
    }

    /** Empty for what is no call of a client. */
    private static String name(JavaClass client, String method) {
        String type = client.getFullName();
        boolean calls = type.startsWith(SERVICES)
                && type.substring(SERVICES.length()).matches("[a-z0-9]+\\.[A-Za-z0-9]+Client")
                && !Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration")
                        .contains(method);
        if (!calls) {
            return "";
        }
        String operation =
                method.endsWith(PAGINATOR) ? method.substring(0, method.length() - PAGINATOR.length()) : method;
        String service = type.substring(SERVICES.length(), type.lastIndexOf('.'));
        return service + ":" + Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
    }
}
