// Compile-time signatures of spring-security-core, without behaviour; see docs/building.md.
package org.springframework.security.core.userdetails;

import org.springframework.security.core.AuthenticationException;

public class UsernameNotFoundException extends AuthenticationException {
    public UsernameNotFoundException(String msg) {
        super((String) null);
    }
}
