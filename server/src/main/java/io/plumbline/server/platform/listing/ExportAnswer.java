package io.plumbline.server.platform.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Writes pages of records as they come. Headers go with the first page: what fails before it is still answered as an error. */
final class ExportAnswer<T> implements Consumer<List<T>> {

    private final ExportFormat<T> format;
    private final String fileName;
    private final HttpServletResponse response;
    private @Nullable Writer out;

    ExportAnswer(ExportFormat<T> format, String fileName, HttpServletResponse response) {
        this.format = format;
        this.fileName = fileName;
        this.response = response;
    }

    /** @throws UncheckedIOException when the client does not take it */
    @Override
    public void accept(List<T> page) {
        try {
            Writer writer = out == null ? begin() : out;
            for (T item : page) {
                writer.write(format.line(item));
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room for an error in place of an answer, if nothing of it has been sent yet. */
    void withdraw() {
        if (!response.isCommitted()) {
            response.reset();
        }
    }

    private Writer begin() throws IOException {
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(format.head());
        return out;
    }
}
