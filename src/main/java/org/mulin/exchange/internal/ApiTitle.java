package org.mulin.exchange.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of itself. */
@Configuration
class ApiTitle {
    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Mulin 睦邻")
                        .version("1")
                        .description("Appeals, tickets, grids, policy and figures of one city. Writes take an"
                                + " Idempotency-Key; errors are RFC 9457 problems;"
                                + " their codes stand in docs/problems.md."
                                + " Programs of other organisations use Open311 GeoReport v2 at /open311/v2.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }
}
