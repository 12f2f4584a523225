package io.jenkins.plugins.drs.lab.torture;

import java.util.ArrayList;
import java.util.List;

/** Promise 6: a secret never reaches journal, log or artifact. */
final class NoSecret implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        List<String> secrets = new ArrayList<>(outcome.scenario().secrets());
        PrintedSecret said = new PrintedSecret(outcome.scenario().seed());
        outcome.scenario().secrets().forEach(secret -> secrets.addAll(List.of(secret.strip(), said.form(secret))));
        List.copyOf(secrets).forEach(secret -> secrets.add(PrintedSecret.escaped(secret)));
        secrets.add(Transport.SECRET_KEY);
        List<Broken> broken = new ArrayList<>();
        for (Outcome.Text text : outcome.texts()) {
            for (String secret : secrets) {
                int place = text.content().indexOf(secret);
                if (place >= 0) {
                    String around = text.content()
                            .substring(
                                    Math.max(0, place - 200),
                                    Math.min(text.content().length(), place + 60))
                            .replace(secret, "(the secret)");
                    broken.add(new Broken(6, "A secret is in the " + text.what() + ": ..." + around + "..."));
                }
            }
        }
        return broken;
    }
}
