package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleFaultsTest extends ConsoleTest {

    private static final String PATH = "/console/faults";

    @Test
    void aFaultSpoilsSoManyAnswersAfterSoManyGoodOnes() {
        post(PATH, "{\"call\":\"get_quota\",\"kind\":\"status\",\"code\":503,\"times\":2,\"after\":1}");

        assertThat(statuses(4)).containsExactly(200, 503, 503, 200);
    }

    @Test
    void withoutTimesItIsTheNextAnswerAlone() {
        post(PATH, "{\"call\":\"get_quota\",\"kind\":\"html\",\"code\":502}");

        assertThat(statuses(2)).containsExactly(502, 200);
    }

    @Test
    void aFaultForEverEndsWhenAllAreCleared() {
        post(PATH, "{\"call\":\"get_quota\",\"kind\":\"status\",\"code\":500,\"times\":\"always\"}");
        assertThat(statuses(5)).containsOnly(500);

        assertThat(delete(PATH).path("faults").isEmpty()).isTrue();
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void theBodyOfAStatusIsWhatWasGiven() {
        post(
                PATH,
                "{\"call\":\"get_quota\",\"kind\":\"status\",\"code\":402,\"contentType\":\"application/json\","
                        + "\"body\":\"{\\\"reply\\\":{\\\"err_code\\\":\\\"402\\\"}}\"}");

        var reply = client.ask(Call.GET_QUOTA, "{}");

        assertThat(reply.status()).isEqualTo(402);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.reply().path("err_code").asString()).isEqualTo("402");
    }

    @Test
    void faultsAreListedWithWhatIsLeftOfThem() {
        post(PATH, "{\"call\":\"get_quota\",\"kind\":\"truncate\",\"afterBytes\":5,\"chunked\":false,\"times\":3}");
        post(
                PATH,
                "{\"call\":\"healthcheck\",\"kind\":\"delay\",\"duration\":\"PT0S\",\"times\":\"always\",\"after\":9}");
        console.faults().add(Call.GET_QUOTA, new Fault.Reset(), 1, 2);

        assertThat(get(PATH)).hasToString("""
                {"faults":[\
                {"call":"get_quota","kind":"truncate","afterBytes":5,"chunked":false,"times":3,"after":0},\
                {"call":"healthcheck","kind":"delay","duration":"PT0S","times":"always","after":9},\
                {"call":"get_quota","kind":"reset","times":1,"after":2}]}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"reset\"};call is missing",
                "{\"call\":\"nothing\",\"kind\":\"reset\"};call must be one of",
                "{\"call\":\"get_quota\"};kind is missing",
                "{\"call\":\"get_quota\",\"kind\":\"flood\"};there is no kind flood",
                "{\"call\":\"get_quota\",\"kind\":\"status\"};code is missing",
                "{\"call\":\"get_quota\",\"kind\":\"status\",\"code\":99};code must be between 200 and 599",
                "{\"call\":\"get_quota\",\"kind\":\"delay\",\"duration\":5};duration must be a string",
                "{\"call\":\"get_quota\",\"kind\":\"reset\",\"times\":0};times must be 1 or more",
                "{\"call\":\"get_quota\",\"kind\":\"reset\",\"times\":\"often\"};times must be a whole number",
                "{\"call\":\"get_quota\",\"kind\":\"reset\",\"code\":500};there is no property code"
            })
    void aMistakeAddsNoFaultAndIsNamed(String body, String sentence) {
        assertThat(refusal(400, "POST", PATH, body)).contains(sentence);
        assertThat(console.faults().waiting()).isZero();
    }

    private List<Integer> statuses(int requests) {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < requests; i++) {
            statuses.add(client.ask(Call.GET_QUOTA, "{}").status());
        }
        return statuses;
    }
}
