package io.plumbline.server.platform.page;

import java.util.List;

/**
 * A page in place of the one that was asked for.
 *
 * @param what happened
 * @param data what it means for the data
 * @param details such as which parameter was not understood
 * @param action what to do, and where
 */
public record Trouble(String what, String data, List<String> details, String action, String href) {}
