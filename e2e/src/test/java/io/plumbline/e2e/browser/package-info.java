/**
 * The pages in a real browser, Debian's Chromium. One server, filled once, and one browser serve all classes here, which run one
 * after the other: see {@link io.plumbline.e2e.browser.BrowserTest}.
 */
package io.plumbline.e2e.browser;
