package io.plumbline.server.application;

import io.plumbline.postgres.PostgresStartException;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line why the server does not start and what helps. What nobody foresaw goes to the log file whole. Registered
 * in {@code META-INF/spring.factories}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    /** Configured to go to the file alone. */
    private static final Logger LOG_FILE = LoggerFactory.getLogger("io.plumbline.server.start-failure");

    private final boolean hasLogFile;

    /** Spring hands in the context; where it does not exist yet, neither does the log file. */
    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        this.hasLogFile = context != null;
    }

    @Override
    public boolean reportException(Throwable failure) {
        System.err.println("Plumbline cannot start: " + sentence(failure));
        if (hasLogFile) {
            LOG_FILE.error("The server did not start", failure);
        }
        return true;
    }

    static String sentence(Throwable failure) {
        return find(failure, StartRefusedException.class)
                .map(refused -> joined(String.valueOf(refused.getMessage()), refused.remedy()))
                .or(() -> find(failure, PostgresStartException.class)
                        .map(refused -> joined(refused.sentence(), refused.remedy())))
                .or(() -> find(failure, PortInUseException.class)
                        .map(taken -> "Port " + taken.getPort() + " is taken. Set PLUMBLINE_PORT to a free one."))
                .orElseGet(() -> unforeseen(failure))
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static String joined(String what, String remedy) {
        return (what.endsWith(".") ? what : what + ".") + " " + remedy;
    }

    private static String unforeseen(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root + ". The log file in the data folder has the whole story.";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable at = failure;
        while (at != null) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
