package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.TooMany;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with all of a list instead of a page, written while it is read: memory does not grow with the list. What is refused is
 * refused before the first byte; what fails later breaks the connection off, so that half an export never looks whole. A client
 * that goes away ends the reading at the next page. Safe for many threads.
 */
@Component
public class Exports {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    /** Each holds a connection to the database and a snapshot for as long as its client takes. */
    private static final int AT_A_TIME = 4;

    private final Lists lists;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Exports(Lists lists, JsonMapper json, Clock clock) {
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput where a parameter is not understood
     * @throws TooMany when as many exports as may run at a time are running
     */
    public <T> void csv(
            ListDefinition<?, T> list, MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        write(list, parameters, new Csv<>(list.columns()), response);
    }

    /** Likewise. */
    public <T> void ndjson(
            ListDefinition<?, T> list, MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        write(list, parameters, new JsonLines<>(json), response);
    }

    private <T> void write(
            ListDefinition<?, T> list,
            MultiValueMap<String, String> parameters,
            ExportFormat<T> format,
            HttpServletResponse response)
            throws IOException {
        if (!places.tryAcquire()) {
            throw new TooMany("%d exports are running; wait until one has ended.".formatted(AT_A_TIME));
        }
        String fileName = "%s-%s.%s"
                .formatted(list.name(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), format.extension());
        ExportAnswer<T> answer = new ExportAnswer<>(format, fileName, response);
        try {
            lists.all(list, parameters, answer);
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the client has gone
        } catch (RuntimeException e) {
            answer.withdraw();
            throw e;
        } finally {
            places.release();
        }
    }
}
