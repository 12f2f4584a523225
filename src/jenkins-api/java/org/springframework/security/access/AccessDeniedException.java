// Compile-time signatures of spring-security-core, without behaviour; see docs/building.md.
package org.springframework.security.access;

public class AccessDeniedException extends RuntimeException {
    public AccessDeniedException(String msg) {}
}
