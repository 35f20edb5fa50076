package io.plumbline.server.sync;

import io.plumbline.server.platform.table.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sync's log as it is shown.
 *
 * @param earlier how many lines stand before the first that is shown
 * @param all the page with those too
 * @param levels to filter by
 * @param stages likewise
 * @param clear without filters; null where none is set
 * @param download of what the filters leave, as text
 * @param nothing why there are no lines; null where there are some
 */
public record LogView(
        Tail tail,
        long earlier,
        String all,
        List<Choice> levels,
        List<Choice> stages,
        @Nullable String clear,
        String download,
        @Nullable String nothing) {

    /**
     * Lines, and where to ask for what follows.
     *
     * @param next null once nothing will follow
     */
    public record Tail(List<Line> lines, @Nullable String next) {}

    /** @param kind the style's name of its level */
    public record Line(Instant at, String kind, String level, String stage, String message) {

        static Line of(LogLine line) {
            return new Line(
                    line.at(),
                    "says-" + line.level().name().toLowerCase(Locale.ROOT),
                    SyncWords.of(line.level()),
                    SyncWords.of(line.stage()),
                    line.message());
        }
    }

    public String earlierWords() {
        return Amount.text(earlier) + (earlier == 1 ? " earlier line" : " earlier lines");
    }

    public static long chosen(List<Choice> choices) {
        return choices.stream().filter(Choice::on).count();
    }
}
