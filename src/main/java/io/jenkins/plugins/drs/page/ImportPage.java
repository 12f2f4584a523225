package io.jenkins.plugins.drs.page;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.apache.commons.fileupload2.core.FileItem;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Takes in a document. Nothing is changed before its owner has seen what would be. */
public final class ImportPage implements ModelObject {
    static final String URL = Address.ROOT + "/import/";

    @Override
    public String getDisplayName() {
        return Messages.imports();
    }

    /** The dry run of a document that was sent before. */
    public ImportPreview getPending(String key) {
        return PendingImports.all()
                .find(key, user())
                .map(document -> new ImportPreview(key, document))
                .orElseThrow(HttpResponses::notFound);
    }

    private static String user() {
        return Jenkins.getAuthentication2().getName();
    }

    /** Takes a file, or else a text, and leads to its dry run. */
    @RequirePOST
    public HttpResponse doSend(StaplerRequest2 request) throws IOException, ServletException {
        Access.checkConfigure();
        FileItem<?> file = request.getFileItem2("file");
        boolean pasted = file == null || file.getSize() == 0;
        FileItem<?> sent = pasted ? request.getFileItem2("text") : file;
        if (sent == null || sent.getSize() == 0) {
            return Refused.badRequest(Messages.import_nothing(), URL);
        }
        if (sent.getSize() > DocumentLimits.DEFAULT.maxBytes()) {
            return Refused.badRequest(Messages.import_large(DocumentLimits.DEFAULT.maxBytes()), URL);
        }
        String name = pasted ? Messages.import_pasted() : fileName(file);
        MigrationOptions options;
        try {
            options = MigrationOptions.of(text(request, "role"), text(request, "groups"));
        } catch (IllegalArgumentException e) {
            return Refused.badRequest(e.getMessage(), URL);
        }
        PendingImports.Pending document = new PendingImports.Pending(user(), name, bytes(sent), options);
        return HttpResponses.redirectViaContextPath(
                URL + "pending/" + PendingImports.all().add(document) + "/");
    }

    /** The ending of a name decides how strictly it is read; a pasted text has none. */
    private static String fileName(FileItem<?> file) {
        String name = file.getName() == null ? "" : file.getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String text(StaplerRequest2 request, String field) throws IOException, ServletException {
        FileItem<?> item = request.getFileItem2(field);
        return item == null ? "" : new String(bytes(item), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(FileItem<?> item) throws IOException {
        try (InputStream in = item.getInputStream()) {
            return in.readNBytes((int) DocumentLimits.DEFAULT.maxBytes());
        }
    }

    /** What to do about items that are stored and differ, as the form offers it. */
    public List<String> getChoices() {
        return List.of("fail", "skip", "overwrite");
    }
}
