package io.plumbline.server.platform.page;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Where style sheets and scripts are. The URL bears a digest of the file, so a browser may keep it for ever. */
@Component
public class StaticFiles {

    private final ResourceUrlProvider urls;

    StaticFiles(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** @param name such as {@code plumbline.css} */
    public String url(String name) {
        String url = urls.getForLookupPath(PageConfiguration.STATIC + name);
        if (url == null) {
            throw new IllegalStateException("there is no static file " + name);
        }
        return url;
    }
}
