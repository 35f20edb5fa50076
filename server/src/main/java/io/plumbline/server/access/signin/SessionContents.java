package io.plumbline.server.access.signin;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final class Tolerant implements GenericConverter {

        /** A flood of them tells nothing new. */
        private static final int TOLD_AT_MOST = 1_000;

        private final DeserializingConverter reading;
        private final Set<Integer> told = ConcurrentHashMap.newKeySet();

        Tolerant(DeserializingConverter reading) {
            this.reading = reading;
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
            if (!(stored instanceof byte[] bytes)) {
                return null;
            }
            try {
                return reading.convert(bytes);
            } catch (SerializationFailedException unreadable) {
                tellOnce(bytes, unreadable);
                return null;
            }
        }

        /** The browser sends it with every request until somebody signs in again. */
        private void tellOnce(byte[] bytes, SerializationFailedException unreadable) {
            if (told.size() < TOLD_AT_MOST && told.add(Arrays.hashCode(bytes))) {
                LOG.warn("A session cannot be read, and is none: {}", unreadable.getMessage());
            }
        }
    }
}
