package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.result.WaveResult.Phase;
import io.jenkins.plugins.drs.engine.result.WaveResult.Position;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one wave so far, apart from its servers, jobs and actions. */
final class WaveTrack {
    private record Move(Instant at, WaveStatus to) {}

    private final Position position;
    private final List<Move> moves = new ArrayList<>();
    private String reason = "";

    WaveTrack(Position position) {
        this.position = position;
    }

    void moved(Instant at, WaveStatus to, String why) {
        moves.add(new Move(at, to));
        reason = why;
    }

    Position position() {
        return position;
    }

    WaveStatus status() {
        return moves.isEmpty()
                ? WaveStatus.PENDING
                : moves.get(moves.size() - 1).to();
    }

    Optional<String> reason() {
        return Texts.present(reason);
    }

    Optional<Instant> started() {
        return moves.stream()
                .filter(move -> move.to() != WaveStatus.PENDING && !move.to().ended())
                .map(Move::at)
                .findFirst();
    }

    Timing timing(Instant now) {
        Optional<Instant> ended =
                moves.stream().filter(move -> move.to().ended()).map(Move::at).findFirst();
        return Timing.of(started(), ended, now);
    }

    List<Phase> phases(Instant now) {
        List<Phase> phases = new ArrayList<>();
        for (int index = 0; index < moves.size(); index++) {
            Move move = moves.get(index);
            if (!move.to().ended()) {
                Optional<Instant> next = index + 1 < moves.size()
                        ? Optional.of(moves.get(index + 1).at())
                        : Optional.empty();
                phases.add(new Phase(move.to(), Timing.of(Optional.of(move.at()), next, now)));
            }
        }
        return phases;
    }
}
