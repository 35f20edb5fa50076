package io.plumbline.server.platform.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/** Templates are compiled with the program; style sheets and scripts come from it too, and from no other host. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    static final String STATIC = "/static/";

    private static final String TEMPLATES = "io.plumbline.server.template";

    @Bean
    TemplateEngine templateEngine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(STATIC + "**")
                .addResourceLocations(
                        "classpath:/static/", webJar("htmx.org", "dist"), webJar("tabler__core", "dist/css"))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private static String webJar(String name, String folder) {
        return "classpath:/META-INF/resources/webjars/%s/%s/%s/"
                .formatted(name, new WebJarVersionLocator().version(name), folder);
    }
}
