package org.mulin.demo.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demo's clock stands in for the real one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "mulin.demo", havingValue = "true")
class DemoConfiguration {
    @Bean
    DemoClock clock() {
        return new DemoClock();
    }
}
