// Compile-time signatures of commons-fileupload2-core, without behaviour; see docs/building.md.
package org.apache.commons.fileupload2.core;

import java.io.IOException;
import java.io.InputStream;

public interface FileItem<F extends FileItem<F>> {
    InputStream getInputStream() throws IOException;

    String getName();

    long getSize();
}
