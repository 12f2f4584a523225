package io.jenkins.plugins.drs.engine.document.store;

import java.io.IOException;
import java.io.Serial;

/** What is stored is not what was written. It is left as it is. */
public final class DamagedStoreException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DamagedStoreException(String message) {
        super(message);
    }
}
