package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.term.WaveStatus;

/** What befalls a wave. */
public sealed interface WaveEvent extends ExecutionEvent {
    String wave();

    /** A wave of an execution that goes wave by wave may start. */
    record WaveReleased(String wave, String by) implements WaveEvent {
        public WaveReleased {
            Needed.value(wave, "wave");
            Needed.value(by, "by");
        }
    }

    /** No further wave will be released; the rest is skipped. */
    record WavesClosed(String by) implements WaveEvent {
        public WavesClosed {
            Needed.value(by, "by");
        }

        @Override
        public String wave() {
            return "";
        }
    }

    /** A wave changed its status. {@code reason} is one sentence for people; empty in the ordinary course. */
    record WaveMoved(String wave, WaveStatus to, String reason) implements WaveEvent {
        public WaveMoved {
            Needed.value(wave, "wave");
            Needed.value(to, "to");
            Needed.value(reason, "reason");
        }
    }

    /** A person decided whether a paused wave goes on. */
    record PauseDecided(String wave, boolean approved, String by) implements WaveEvent {
        public PauseDecided {
            Needed.value(wave, "wave");
            Needed.value(by, "by");
        }
    }
}
