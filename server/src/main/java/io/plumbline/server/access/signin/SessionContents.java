package io.plumbline.server.access.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * What the database holds of a session. What this version cannot read, such as what another one wrote, is not there: its browser
 * signs in again, instead of being shown an error until its cookies are deleted.
 */
@Configuration(proxyBeanMethods = false)
class SessionContents {

    private static final Logger LOG = LoggerFactory.getLogger(SessionContents.class);

    /** Spring Session asks for it by this name. */
    @Bean
    ConversionService springSessionConversionService() {
        DeserializingConverter reading = new DeserializingConverter(SessionContents.class.getClassLoader());
        GenericConversionService service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, new SerializingConverter());
        service.addConverter(new Tolerant(reading));
        return service;
    }

    private record Tolerant(DeserializingConverter reading) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
            try {
                return stored == null ? null : reading.convert((byte[]) stored);
            } catch (SerializationFailedException unreadable) {
                LOG.warn("A session cannot be read, and is none: {}", unreadable.getMessage());
                return null;
            }
        }
    }
}
