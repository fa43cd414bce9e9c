package org.mulin.base.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.core.EventPublicationRepository;

/** How the outbox is kept. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    /**
     * An event is written when it is published and deleted when its listener is done. That a listener has begun would
     * be a third write with its own commit, and nobody asks for it: {@link OutboxKeeper} looks at what is there.
     */
    @Bean
    static BeanPostProcessor outboxWithoutBeginnings() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventPublicationRepository outbox ? withoutBeginnings(outbox) : bean;
            }
        };
    }

    private static EventPublicationRepository withoutBeginnings(EventPublicationRepository outbox) {
        return (EventPublicationRepository) Proxy.newProxyInstance(
                EventPublicationRepository.class.getClassLoader(),
                new Class<?>[] {EventPublicationRepository.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("markProcessing")) {
                        return null;
                    }
                    try {
                        return method.invoke(outbox, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
