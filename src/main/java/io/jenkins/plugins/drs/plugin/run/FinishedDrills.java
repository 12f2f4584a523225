package io.jenkins.plugins.drs.plugin.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Executions that do not run, as their journals tell them. Those that were looked at last are kept in memory. */
final class FinishedDrills {
    private static final int KEPT = 32;

    private final ExecutionFolders folders;
    private final Map<String, FinishedDrill> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FinishedDrill> eldest) {
            return size() > KEPT;
        }
    };

    FinishedDrills(ExecutionFolders folders) {
        this.folders = folders;
    }

    /** Only what is over is kept: the rest still grows. */
    synchronized FinishedDrill view(StoredRequest request) {
        String id = request.executionId();
        if (folders.isOpen(id)) {
            return new FinishedDrill(request, folders.folder(id));
        }
        return kept.computeIfAbsent(id, missing -> new FinishedDrill(request, folders.folder(id)));
    }
}
