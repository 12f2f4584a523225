package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** One thing that goes wrong in a run, or that somebody does. Each can be left out to see whether it matters. */
sealed interface Trouble {

    /** Something in AWS or on the way there. */
    record InAws(Fault fault, String text) implements Trouble {
        @Override
        public String toString() {
            return text;
        }
    }

    /** What is strange about an answer. */
    enum How {
        PAGE("a web page"),
        STATUS_WITHOUT_CODE("an error without a code"),
        NO_HEADERS("the answer without its headers"),
        EMPTY_OBJECT("{}"),
        EMPTY_LIST("[]"),
        NULL("null"),
        NOTHING("nothing"),
        HALF("half of the answer"),
        GARBAGE("garbage"),
        HUGE("33 MB"),
        THE_ONE_BEFORE("the answer to the call before"),
        MEMBER_MISSING("the answer without one of its members"),
        MEMBER_NULL("the answer with a member that is null"),
        MEMBER_OF_ANOTHER_TYPE("the answer with a member of another type"),
        ANOTHER_ID("the answer with an id that nobody asked for"),
        AN_EARLIER_ONE("the answer to an earlier call of it"),
        AN_EARLIER_ONE_WITHOUT_NAMES("the answer to an earlier call of it, without tags and servers");

        private final String words;

        How(String words) {
            this.words = words;
        }

        boolean isAnEarlierOne() {
            return this == AN_EARLIER_ONE || this == AN_EARLIER_ONE_WITHOUT_NAMES;
        }
    }

    /**
     * Something else comes than what AWS answers.
     *
     * @param skip so many calls of the operation are answered well before
     * @param status of a page, and of an error without a code
     * @param place of the member, in thousandths of all
     * @param workIsDone whether AWS saw the call
     */
    record StrangeAnswer(String operation, int skip, int times, How how, int status, int place, boolean workIsDone)
            implements Trouble {
        static final int ALWAYS = Integer.MAX_VALUE;

        /** @param before how often the operation was called before */
        boolean strikes(int before) {
            return before >= skip && before - skip < times;
        }

        StrangeAnswer with(How other) {
            return new StrangeAnswer(operation, skip, times, other, status, place, workIsDone);
        }

        @Override
        public String toString() {
            boolean page = how == How.PAGE || how == How.STATUS_WITHOUT_CODE;
            return operation + " is answered with " + how.words + (page ? " of status " + status : "")
                    + (how.name().startsWith("MEMBER") ? ", at " + place / 10.0 + " %," : "") + " "
                    + (times == ALWAYS ? "always" : times + " times") + ", from number " + (skip + 1) + " on"
                    + (workIsDone ? "." : ", and AWS never sees it.");
        }
    }

    /** Where the engine's process dies. */
    enum Place {
        AFTER_EVENT,
        /** Some bytes of the write are on the disk. */
        IN_WRITE,
        BEFORE_CALL,
        /** AWS did its work, but the answer never comes. */
        AFTER_CALL,
        /** In the first write after so many strange answers. */
        AFTER_STRANGE_ANSWER
    }

    /**
     * The process dies.
     *
     * @param number of the event, call or strange answer, counted over the whole run
     * @param share of the write that is on the disk, in thousandths
     * @param outage until another engine takes over
     */
    record Crash(Place place, int number, int share, Duration outage) implements Trouble {
        @Override
        public String toString() {
            String where =
                    switch (place) {
                        case AFTER_EVENT -> "after event " + number + " is on the disk";
                        case IN_WRITE ->
                            "when " + share / 10.0 + " % of the write with event " + number + " are on the disk";
                        case BEFORE_CALL -> "before call " + number + " reaches AWS";
                        case AFTER_STRANGE_ANSWER ->
                            "when " + share / 10.0 + " % of the first write after strange answer " + number
                                    + " are on the disk";
                        case AFTER_CALL -> "after AWS has done call " + number + ", before its answer";
                    };
            return "The process dies " + where + "; another takes over after " + outage.toSeconds() + " s.";
        }
    }

    /** Somebody asks to cancel; asked twice, to stop at once. */
    record Cancel(int afterEvent, boolean atOnce) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " somebody asks to " + (atOnce ? "stop at once." : "cancel.");
        }
    }

    /** The answer to a call takes long; from a minute on it counts as lost. */
    record SlowCall(int number, Duration takes, boolean workIsDone) implements Trouble {
        @Override
        public String toString() {
            return "Call " + number + " takes " + takes.toSeconds() + " s"
                    + (workIsDone ? "." : ", and AWS never sees it.");
        }
    }

    /** The machine is suspended: time goes on, the engine does not know. */
    record Suspend(int afterEvent, Moment moment, Duration length) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + ", " + moment.words + ", the machine is suspended for "
                    + length.toSeconds() + " s.";
        }
    }

    /**
     * The disk with the journal has no more room.
     *
     * @param share of the write that it still takes, in thousandths
     * @param lasts until there is room again; empty when there never is
     */
    record FullDisk(int afterEvent, int share, Optional<Duration> lasts) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " the disk takes " + share / 10.0 + " % of a write and no more; "
                    + lasts.map(time -> "there is room again after " + time.toSeconds() + " s.")
                            .orElse("there is never room again.");
        }
    }

    /** Another process tries to go on with the execution while its own works on it. */
    record SecondProcess(int afterEvent) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " a second process tries to take the journal.";
        }
    }

    /**
     * Another process works beside it, on a machine that knows nothing of this one.
     *
     * @param copy whether it goes on with a copy of the journal; else it is another execution of the same servers
     */
    record TwoAtOnce(int afterEvent, boolean copy) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " another machine "
                    + (copy ? "goes on with a copy of the journal." : "drills the same servers.");
        }
    }

    /**
     * After the next death of the process a line of the journal is not what was written; it is put right again when people
     * were told.
     *
     * @param place of the line, in thousandths of all but the first and the last
     */
    record DamagedJournal(int afterEvent, int place) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " and the next death of the process, a line is changed at "
                    + place / 10.0 + " % of the journal, until people were told.";
        }
    }

    /** After the next death of the process somebody goes on with the execution elsewhere, then where it began. */
    record OtherWorld(int afterEvent, boolean account) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " and the next death of the process, somebody tries to go on "
                    + (account ? "with keys of another account." : "in another simulator.");
        }
    }

    /**
     * While the process works its calls begin to lead elsewhere.
     *
     * @param skip so many reads of the credentials, or calls, still lead where they did
     * @param account whether the credentials become those of another account; else another simulator answers
     * @param lasts until that was put right; empty when only the next death of the process shows it, if there is one
     */
    record Misled(int afterEvent, int skip, boolean account, Optional<Duration> lasts) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + " and " + skip + (account ? " reads" : " calls") + " more, "
                    + (account ? "the credentials are those of another account" : "another simulator answers")
                    + lasts.map(time -> " for " + time.toSeconds() + " s.").orElse(" until the process dies.");
        }
    }

    /** When the clock of a machine is set, or the machine is suspended. */
    enum Moment {
        BEFORE_ENGINE_WORKS("before the engine works on"),
        WHILE_ENGINE_WAITS("while the engine waits"),
        IN_CALL("in the middle of a call"),
        WHILE_NO_ENGINE_RUNS("after the next death of the process"),
        WITH_STRANGE_ANSWER("with a strange answer");

        private final String words;

        Moment(String words) {
            this.words = words;
        }
    }

    /** The clock of the engine's machine is set. It stays as it was set. */
    record ClockJump(int afterEvent, Moment moment, Duration by) implements Trouble {
        @Override
        public String toString() {
            return "After event " + afterEvent + ", " + moment.words + ", the machine's clock is set by "
                    + by.toSeconds() + " s.";
        }
    }
}
