package io.plumbline.server.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sync's page says of what has just been asked for; its name is in the address. */
enum SyncNote {
    ALREADY("A sync of this connector was under way already. This is it; no other was started."),
    TOO_LATE("It was too late to cancel: the sync was making its changes visible, or had ended."),
    UNCONFIRMED("Nothing was started: the guard is lifted only by who confirms it.");

    private final String sentence;

    SyncNote(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SyncNote> of(@Nullable String word) {
        return Arrays.stream(values()).filter(note -> note.word().equals(word)).findFirst();
    }
}
