package io.jenkins.plugins.drs.plugin.pages.configuration;

import hudson.model.ModelObject;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import io.jenkins.plugins.drs.plugin.run.Feature;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.apache.commons.fileupload2.core.FileItem;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Takes in a document. Nothing is changed before its owner has seen what would be. */
public final class ImportPage implements ModelObject, StaplerProxy {
    static final String URL = Address.ROOT + "/import/";

    /** Where it is switched off, a page that says so stands in its place. */
    @Override
    public Object getTarget() {
        return Feature.EXPORT_IMPORT.isOn() ? this : Refused.off(Feature.EXPORT_IMPORT);
    }

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

    /** Takes a file, and leads to its dry run. */
    @RequirePOST
    public HttpResponse doSend(StaplerRequest2 request) throws IOException, ServletException {
        Access.checkConfigure();
        FileItem<?> file = isForm(request) ? request.getFileItem2("file") : null;
        if (file == null || file.getSize() == 0) {
            return Refused.badRequest(Messages.import_nothing(), URL);
        }
        return file.getSize() > DocumentLimits.DEFAULT.maxBytes() ? tooLarge() : pending(fileName(file), bytes(file));
    }

    /** What is no form with parts has no file, and Jenkins fails to look for one. */
    private static boolean isForm(StaplerRequest2 request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Takes a text, and leads to its dry run. It comes in a form of its own: parts beside a file name no encoding. */
    @RequirePOST
    public HttpResponse doPaste(@QueryParameter String text) {
        Access.checkConfigure();
        if (text == null || text.isBlank()) {
            return Refused.badRequest(Messages.import_nothing(), URL);
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return content.length > DocumentLimits.DEFAULT.maxBytes()
                ? tooLarge()
                : pending(Messages.import_pasted(), content);
    }

    private static HttpResponse tooLarge() {
        return Refused.badRequest(Messages.import_large(DocumentLimits.DEFAULT.maxBytes()), URL);
    }

    private static HttpResponse pending(String name, byte[] content) {
        PendingImports.Pending document = new PendingImports.Pending(user(), name, content, MigrationOptions.NONE);
        return HttpResponses.redirectViaContextPath(
                URL + "pending/" + PendingImports.all().add(document) + "/");
    }

    /** The ending of a name decides how strictly it is read; a pasted text has none. */
    private static String fileName(FileItem<?> file) {
        String name = file.getName() == null ? "" : file.getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
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
