package io.plumbline.server.connector;

import java.util.List;

/** The summary of a form alone, for the page that shows the form. */
public record SummaryPart(List<String> summary) {}
