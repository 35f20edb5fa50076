package io.plumbline.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds an account that works. PostgreSQL refuses to run as root, and which way out exists differs from machine to machine
 * and container to container, so each is tried rather than reasoned about.
 */
final class AccountChoice {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROOT = 0;

    /** Can it name itself (initdb insists), run the programs, and reach the data folder? */
    private static final String PROBE = "id -un && \"$1\" -V && cd \"$2\"";

    private final DataFolder folder;
    private final Binaries binaries;

    AccountChoice(DataFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    Account choose() throws IOException, InterruptedException {
        return firstThatWorks(candidates());
    }

    Account firstThatWorks(List<Account> candidates) throws InterruptedException {
        var failures = new ArrayList<String>();
        for (Account account : candidates) {
            Optional<String> failure = probe(account);
            if (failure.isEmpty()) {
                return account;
            }
            failures.add(account.description() + ": " + failure.get());
        }
        throw new PostgresStartException(
                PostgresStartFailure.NO_UNPRIVILEGED_USER,
                "PostgreSQL does not run as root, and no other account works on " + folder.root() + " ("
                        + String.join("; ", failures) + ").",
                "Start Plumbline as an ordinary user who owns the data folder: chown -R <user> " + folder.root()
                        + " && su -s /bin/sh <user> -c './plumbline serve'.");
    }

    List<Account> candidates() throws IOException, InterruptedException {
        int uid = id("-u").orElseThrow(() -> new IOException("'id -u' does not tell this process's account"));
        int gid = id("-g").orElseThrow(() -> new IOException("'id -g' does not tell this process's group"));
        var self = new Account.Owner(uid, gid);
        if (uid != ROOT) {
            // The second is for a uid without a name, as containers are often given.
            return List.of(Account.itself(), Account.inUserNamespace(self));
        }
        var candidates = new ArrayList<Account>();
        Account.Owner dataOwner = Account.ownerOf(folder.root());
        if (dataOwner.uid() != ROOT) {
            candidates.add(Account.switchedTo(dataOwner));
        }
        for (String name : List.of("postgres", "nobody")) {
            Optional<Integer> user = id("-u", name);
            Optional<Integer> group = id("-g", name);
            if (user.isPresent() && group.isPresent()) {
                candidates.add(Account.switchedTo(new Account.Owner(user.get(), group.get())));
            }
        }
        // Last, because to the rest of the system it is still root's uid.
        candidates.add(Account.inUserNamespace(self));
        return candidates;
    }

    private static Optional<Integer> id(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("id"));
        command.addAll(List.of(arguments));
        Command.Outcome outcome = Command.run(command, "", PATIENCE);
        return outcome.succeeded() ? Optional.of(Integer.valueOf(outcome.output())) : Optional.empty();
    }

    private Optional<String> probe(Account account) throws InterruptedException {
        List<String> command = account.command(List.of(
                "sh",
                "-c",
                PROBE,
                "probe",
                binaries.postgres().toString(),
                folder.root().toString()));
        try {
            Command.Outcome outcome = Command.run(command, "", PATIENCE);
            return outcome.succeeded() ? Optional.empty() : Optional.of(outcome.output());
        } catch (IOException e) {
            // setpriv and unshare are not everywhere, macOS has neither.
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
