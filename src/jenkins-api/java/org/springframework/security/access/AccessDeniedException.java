// Compile-time signatures: what this plugin uses of the type in spring-security-core, without behaviour; see
// docs/building.md.
package org.springframework.security.access;

public class AccessDeniedException extends RuntimeException {
    public AccessDeniedException(String msg) {}
}
