package io.plumbline.server.application;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies are JSON, read to the letter: a field that is unknown, given twice or of another type is refused, never ignored or bent. YAML, which
 * libraries on the class path would add as a second form of every answer, is not promised to anybody.
 */
@Configuration(proxyBeanMethods = false)
class JsonExchange {

    @Bean
    ServerHttpMessageConvertersCustomizer jsonToTheLetter(JsonMapper mapper) {
        JsonMapper strict = mapper.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        return converters -> converters
                .withJsonConverter(new JacksonJsonHttpMessageConverter(strict))
                .configureMessageConvertersList(list ->
                        list.removeIf(each -> each.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
    }
}
