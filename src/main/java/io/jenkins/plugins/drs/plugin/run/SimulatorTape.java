package io.jenkins.plugins.drs.plugin.run;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.drs.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Requests that changed the simulated world, with the simulated time of each. Played again to a new world, which
 * depends on nothing else, they make it what it was. Keys and tokens in it are the simulator's own; parameters of runbooks,
 * which may be secrets, are sealed.
 */
final class SimulatorTape {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();

    private static final String WITH_PARAMETERS = "AmazonSSM.StartAutomationExecution";

    private final Path file;
    private final Path world;
    private final SealedText seal;

    SimulatorTape(Path file, SealedText seal) {
        this.file = file;
        this.seal = seal;
        this.world = file.resolveSibling("world-id");
    }

    /**
     * A request; without a method, just a moment that was reached.
     *
     * @param sealed the body where it may hold secrets; null in others, and in tapes of earlier versions
     */
    record Entry(
            String at,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            byte[] body,
            String sealed) {
        Instant time() {
            return Instant.parse(at);
        }

        boolean holdsRequest() {
            return method != null;
        }

        Request request() {
            return new Request(method, path, query, headers, body);
        }
    }

    void request(Instant at, Request request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        boolean secret = request.header("x-amz-target").equals(WITH_PARAMETERS);
        append(new Entry(
                at.toString(),
                request.method(),
                request.path(),
                request.query(),
                headers,
                secret ? null : request.body(),
                secret ? seal.closed(request.text()) : null));
    }

    void moment(Instant at) {
        append(new Entry(at.toString(), null, null, null, null, null, null));
    }

    private synchronized void append(Entry entry) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                OwnerOnly.folder(folder);
            }
            Files.writeString(
                    OwnerOnly.file(file),
                    JSON.writeValueAsString(entry) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's state cannot be kept in " + file, e);
        }
    }

    /** Everything on the tape; a last line that was cut off by a crash is left out. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isBlank()) {
                    entries.add(opened(JSON.readValue(line, Entry.class)));
                }
            }
        }
        return entries;
    }

    /** Whoever cannot open what is sealed goes on without that request: its runbook is not in the simulated world then. */
    private Entry opened(Entry entry) {
        if (entry.sealed() == null) {
            return entry;
        }
        return seal.opened(entry.sealed())
                .map(text -> new Entry(
                        entry.at(),
                        entry.method(),
                        entry.path(),
                        entry.query(),
                        entry.headers(),
                        text.getBytes(StandardCharsets.UTF_8),
                        null))
                .orElseGet(() -> new Entry(entry.at(), null, null, null, null, null, null));
    }

    /** Id of the world whose tape it is; made when it is asked for the first time. */
    String worldId() throws IOException {
        if (!Files.exists(world)) {
            Files.createDirectories(world.toAbsolutePath().resolveSibling(""));
            Files.writeString(world, UUID.randomUUID().toString());
        }
        return Files.readString(world).trim();
    }

    void erase() throws IOException {
        Files.deleteIfExists(world);
        Files.deleteIfExists(file);
    }
}
