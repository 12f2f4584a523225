package io.jenkins.plugins.drs.plugin.run;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jenkins.model.Jenkins;

/** Writes artifacts of one execution and hands them to the build's artifact manager. Needs no workspace. */
final class BuildArtifacts {
    private static final String WRITTEN = "artifacts";

    private final Path folder;
    private final String place;
    private final ArtifactFolder written;

    /**
     * @param folder of the execution
     * @param place folder within the build's artifacts
     */
    BuildArtifacts(Path folder, String place) {
        this.folder = folder;
        this.place = place;
        this.written = new ArtifactFolder(folder.resolve(WRITTEN));
    }

    void wave(Run<?, ?> build, DrillResult result, String wave) throws IOException, InterruptedException {
        if (Feature.DETAILED_RESULTS.isOn()) {
            archive(build, paths(List.of(written.wave(result, wave))));
        }
    }

    /** Archives everything; the journal alone where an administrator does without the rest. */
    void all(Run<?, ?> build, DrillResult result) throws IOException, InterruptedException {
        Map<String, String> paths = Feature.DETAILED_RESULTS.isOn()
                ? paths(written.all(result, DrillIndex.get().compared(build.getParent(), result)))
                : new LinkedHashMap<>();
        paths.put(place + "/audit.jsonl", "audit.jsonl");
        archive(build, paths);
        Util.deleteRecursive(folder.resolve(WRITTEN).toFile());
    }

    private Map<String, String> paths(List<Path> files) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.toString().replace('\\', '/');
            paths.put(place + "/" + name, WRITTEN + "/" + name);
        }
        return paths;
    }

    private void archive(Run<?, ?> build, Map<String, String> paths) throws IOException, InterruptedException {
        StreamBuildListener silent = new StreamBuildListener(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        Launcher launcher = Jenkins.get().createLauncher(silent);
        build.pickArtifactManager().archive(new FilePath(folder.toFile()), launcher, silent, paths);
    }

    /** A name for files: lower-case letters, digits and dashes. */
    static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = slug.substring(0, Math.min(slug.length(), 60)).replaceAll("-$", "");
        return cut.isEmpty() ? "plan" : cut;
    }
}
