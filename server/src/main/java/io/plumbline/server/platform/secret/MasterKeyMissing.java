package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.web.Conflict;
import java.io.Serial;

/** Nothing can be sealed: the master key was changed, and this server has not got the new one. Nothing is stored then. */
public final class MasterKeyMissing extends Conflict {

    @Serial
    private static final long serialVersionUID = 1;

    MasterKeyMissing() {
        super(
                "The master key was changed, and this server does not have the new one, so it cannot store secrets. Give it that key"
                        + " (" + MasterKeySource.VARIABLE + ", or the file in its data folder) and start it again.");
    }
}
