package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plumbline.port          | 99999                                          | PLUMBLINE_PORT is not a port: 99999.
            plumbline.host          | no.such.host.invalid                           | PLUMBLINE_HOST names no address of this machine
            plumbline.admin-token   | short                                          | PLUMBLINE_ADMIN_TOKEN has 5 characters
            plumbline.master-key    | bm90IGEga2V5                                   | The master key in PLUMBLINE_MASTER_KEY holds 9 bytes instead of 32.
            plumbline.allowed-hosts | https://tenant.example                         | PLUMBLINE_ALLOWED_HOSTS has an entry that is no host
            plumbline.allowed-hosts | tenant.example:99999                           | PLUMBLINE_ALLOWED_HOSTS has an entry that is no host
            plumbline.tls-key       | /no/such.pem                                   | PLUMBLINE_TLS_CERTIFICATE and PLUMBLINE_TLS_KEY go together
            plumbline.database-url  | mysql://db.example/plumbline                   | PLUMBLINE_DATABASE_URL does not begin with jdbc:postgresql:.
            plumbline.database-url  | jdbc:postgresql://127.0.0.1:1/x?password=knock | The database at jdbc:postgresql://127.0.0.1:1/x cannot be used
            """)
    void aWrongSettingIsToldInOneLineThatNamesIt(String property, String value, String sentence) {
        Throwable failure = catchThrowable(() -> RunningServer.start(data.resolve("data"), Map.of(property, value))
                .close());

        assertThat(StartFailureReporter.sentence(failure))
                .startsWith(sentence)
                .doesNotContain("\n")
                .doesNotContain("knock");
    }

    @Test
    void aDataFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Files.createDirectories(data.resolve("data/logs/plumbline.log"));

        Throwable failure =
                catchThrowable(() -> RunningServer.start(data.resolve("data")).close());

        assertThat(StartFailureReporter.sentence(failure))
                .startsWith("The data folder " + data.resolve("data") + " cannot be made or written to: ")
                .endsWith("Set PLUMBLINE_DATA to a folder that this account may write.");
    }

    @Test
    void twoServersOnOneDataFolderDoNotBothStartAlsoWithDatabasesElsewhere() {
        try (RunningServer first = RunningServer.start(data.resolve("data"))) {
            Throwable failure = catchThrowable(
                    () -> RunningServer.start(data.resolve("data")).close());

            assertThat(StartFailureReporter.sentence(failure))
                    .startsWith("The data folder " + data.resolve("data") + " is in use");
            assertThat(first.base()).isNotNull();
        }
    }
}
