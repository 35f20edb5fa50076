package io.plumbline.server.sync;

import io.plumbline.connector.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a sync did not succeed, as stored and shown. Carries no secret.
 *
 * @param message one sentence: what happened
 * @param remedy one sentence: what to do
 * @param detail the payload behind it, to the letter; null where there is none
 */
public record SyncError(
        ErrorCode code,
        String message,
        String remedy,
        @Nullable String detail) {

    static SyncError cancelled(String why) {
        return new SyncError(ErrorCode.CANCELLED, why, "Start another whenever you like; nothing was changed.", null);
    }

    static SyncError interrupted(String why) {
        return new SyncError(
                ErrorCode.INTERRUPTED, why, "Nothing was changed; a retry follows, or start another sync.", null);
    }
}
