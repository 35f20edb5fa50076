package io.plumbline.server.platform.database;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a database is and who we are there. {@link #toString} leaves out what could be a password. */
record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {

    private static final Pattern PARAMETERS_AND_LOGIN = Pattern.compile("\\?.*|(?<=//)[^/]*@");

    /** The operator's own database, where they name one. */
    static Optional<DatabaseAddress> external(Settings settings) {
        return settings.find("PLUMBLINE_DATABASE_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new StartRefusedException(
                        "PLUMBLINE_DATABASE_URL does not begin with jdbc:postgresql:.",
                        "Set it to an address like jdbc:postgresql://db.example:5432/plumbline.");
            }
            return new DatabaseAddress(
                    url, settings.find("PLUMBLINE_DATABASE_USER"), settings.find("PLUMBLINE_DATABASE_PASSWORD"));
        });
    }

    @Override
    public String toString() {
        return PARAMETERS_AND_LOGIN.matcher(url).replaceAll("");
    }
}
