package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every module's sources keep to. */
class SourceRulesTest {

    private static final int LONGEST_FILE = 400;
    private static final Pattern NAME_THAT_SAYS_NOTHING = Pattern.compile("(Utils?|Helper|Manager|Impl)\\.java$");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(");

    private final List<Path> sources = Sources.ofAllModules();

    @Test
    void everyModulesSourcesAreRead() {
        assertThat(sources)
                .extracting(source -> Sources.ROOT.relativize(source).getName(0).toString())
                .contains("connector-api", "managed-postgres", "server", "e2e");
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNullsAreMarked() {
        assertThat(sources.stream()
                        .filter(source -> source.toString().contains("src/main/java"))
                        .map(source -> source.resolveSibling("package-info.java"))
                        .distinct())
                .allSatisfy(packageInfo -> {
                    assertThat(packageInfo)
                            .satisfies(file -> assertThat(Files.exists(file)).isTrue());
                    assertThat(Sources.read(packageInfo)).contains("/**", "@NullMarked");
                });
    }

    @Test
    void noClassIsCalledUtilHelperManagerOrImpl() {
        assertThat(sources)
                .noneMatch(source ->
                        NAME_THAT_SAYS_NOTHING.matcher(source.toString()).find());
    }

    @Test
    void noFileIsLongerThanOneReadsAtOnce() {
        assertThat(sources)
                .allSatisfy(source -> assertThat(Sources.read(source).lines().count())
                        .as("lines of %s", source)
                        .isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void nothingSleepsInsteadOfWaitingForAnEvent() {
        // The one sleep allowed is a fault: the simulated vendor being slow is the event itself.
        assertThat(sources)
                .filteredOn(source -> !source.endsWith("simulator/vendor/FaultyReply.java"))
                .noneMatch(source -> SLEEP.matcher(Sources.read(source)).find());
    }
}
