package io.plumbline.postgres;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell between this process and PostgreSQL. It holds the reading end of a pipe whose only writer is this process, so
 * that the pipe closes when this process ends in whatever way, {@code kill -9} included; then it stops PostgreSQL, first in
 * good order, then at once, then by force.
 *
 * <p>It starts PostgreSQL itself, so there is no moment in which that runs unwatched. It lives in a session of its own and
 * ignores the terminal's signals: a Ctrl-C reaches the server first, which stops its database when it has finished with it.
 */
final class Watcher {

    /**
     * Arguments: seconds for each kind of signal, then PostgreSQL's command. A signal is repeated every second, because one
     * that comes before PostgreSQL has set itself up is lost; in good order it takes only the first.
     */
    private static final String SCRIPT = """
            patience=$1; shift; trap '' HUP INT QUIT TERM; exec 3<&0; "$@" 3<&- </dev/null & server=$!
            (exec >/dev/null 2>&1; read -r end <&3; for signal in INT QUIT KILL; do
               left=$patience
               while [ $left -gt 0 ] && kill -$signal $server; do sleep 1; left=$((left - 1)); done
             done) & watch=$!
            exec 3<&-; wait $server; status=$?; kill -KILL $watch; exit $status
            """;

    /** Where no program makes a session, the shell's job control at least makes a process group (bash, as on macOS). */
    private static final String GROUP = "set -m; ";

    private Watcher() {}

    static List<String> command(List<String> postgres, Duration patience) {
        boolean session = isInstalled("setsid");
        var command = new ArrayList<String>();
        if (session) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", session ? SCRIPT : GROUP + SCRIPT, "plumbline-postgres"));
        command.add(Long.toString(Math.max(1, patience.toSeconds())));
        command.addAll(postgres);
        return command;
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
