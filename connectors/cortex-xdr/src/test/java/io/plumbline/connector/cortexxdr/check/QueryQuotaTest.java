package io.plumbline.connector.cortexxdr.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class QueryQuotaTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"license_quota\":5,\"used_quota\":4.9; false; 4.9 of 5.0 compute units are used today",
                "\"license_quota\":5,\"used_quota\":0.04199999999999996; false; 0.042 of 5.0 compute units are used today",
                "\"license_quota\":5,\"used_quota\":5; true; 5.0 of 5.0 compute units are used today",
                "\"license_quota\":4,\"eval_quota\":1,\"used_quota\":4; false; 4.0 of 5.0 compute units are used today",
                "\"license_quota\":5,\"used_quota\":0.5,\"daily_used_quota\":0.5;"
                        + "false; 0.5 of 5.0 compute units are used today",
                "\"license_quota\":1825.0,\"used_quota\":300.0,\"daily_used_quota\":0.5;"
                        + "false; 0.5 of 5.0 compute units are used today",
                "\"license_quota\":1825.0,\"used_quota\":300.0,\"daily_used_quota\":5.0;"
                        + "true; 5.0 of 5.0 compute units are used today",
                "\"license_quota\":1825.0,\"used_quota\":1825.0,\"daily_used_quota\":0.0;"
                        + "true; 1825.0 of 1825.0 compute units are used this year",
                "\"used_quota\":3; false; 3.0 of 0.0 compute units are used today"
            })
    void theQuotaThatBindsNextIsTheDaysUnlessTheYearsIsGone(String reply, boolean usedUp, String sentence) {
        QueryQuota quota = QueryQuota.of(JSON.readTree("{" + reply + "}"));

        assertThat(quota.usedUp()).isEqualTo(usedUp);
        assertThat(quota.sentence()).isEqualTo(sentence);
    }
}
