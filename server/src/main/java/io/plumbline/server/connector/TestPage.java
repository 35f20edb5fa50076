package io.plumbline.server.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connectivity test as it is shown.
 *
 * @param id null where none was started
 * @param progress likewise
 * @param problems what of the form has to be mended first
 * @param refusal why there is nothing to watch; null where there is
 */
public record TestPage(
        @Nullable String id,
        @Nullable TestProgress progress,
        List<FormSections.Problem> problems,
        @Nullable String refusal) {

    /** Whether there is more to come. */
    public boolean isRunning() {
        return progress != null && progress.isRunning();
    }

    /** Before any test. */
    public static final TestPage NONE = new TestPage(null, null, List.of(), null);

    static TestPage of(String id, TestProgress progress) {
        return new TestPage(id, progress, List.of(), null);
    }

    static TestPage invalid(List<FormSections.Problem> problems) {
        return new TestPage(null, null, problems, null);
    }

    static TestPage refused(String why) {
        return new TestPage(null, null, List.of(), why);
    }
}
