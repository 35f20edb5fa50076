package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys of an installation are: in the environment, else in a file. Stateless. */
final class MasterKeySource {

    static final String VARIABLE = "PLUMBLINE_MASTER_KEY";

    private final Optional<MasterKeys> given;
    private final MasterKeyFile file;

    /** @param given what the operator's variable holds, if it is set */
    MasterKeySource(Optional<String> given, Path dataFolder) {
        this.given = given.map(text -> MasterKeys.parse(text, VARIABLE));
        this.file = new MasterKeyFile(dataFolder);
    }

    static MasterKeySource of(Settings settings) {
        return new MasterKeySource(settings.find(VARIABLE), settings.dataFolder());
    }

    /** Empty where there is none yet. */
    Optional<MasterKeys> find() {
        return given.or(file::read);
    }

    /** What it means that the keys of a database that has sealed something are not there. */
    StartRefusedException missing() {
        return new StartRefusedException(
                "The database holds sealed secrets, but their master key " + file.path() + " is missing.",
                "Put the file back, or set " + VARIABLE + " to the key they were sealed with.");
    }

    /** The file, where keys come from it. */
    Optional<MasterKeyFile> file() {
        return given.isPresent() ? Optional.empty() : Optional.of(file);
    }

    /** The file, where it lies there beside the variable and does not hold a key of it: servers without the variable use it. */
    Optional<Path> fileWithout(MasterKey key) {
        return given.flatMap(_ -> file.read())
                .filter(keys -> keys.find(key.id()).isEmpty())
                .map(_ -> file.path());
    }

    /** The file, where it lies there beside the variable, whatever it holds. */
    Optional<Path> fileBesideVariable() {
        return given.map(_ -> file.path()).filter(Files::exists);
    }

    /** As a person knows it. */
    String name() {
        return given.isPresent() ? VARIABLE : file.path().toString();
    }
}
