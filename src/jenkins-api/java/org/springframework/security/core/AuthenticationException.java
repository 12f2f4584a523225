// Compile-time signatures of spring-security-core, without behaviour; see docs/building.md.
package org.springframework.security.core;

public abstract class AuthenticationException extends RuntimeException {
    public AuthenticationException(String msg) {}
}
