package io.jenkins.plugins.drs.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the architecture, with what shows that it looks at something and that it can fail.
 *
 * @param subject the classes that the rule is about
 * @param minimum how many of them there are at least; 0 for packages that are still to come
 * @param violations classes, in Java, each of which breaks the rule
 */
record Rule(
        String name, DescribedPredicate<JavaClass> subject, int minimum, ArchRule rule, List<Violation> violations) {
    @Override
    public String toString() {
        return name;
    }
}
