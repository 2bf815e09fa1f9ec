package dev.heddle.benchmarks.start;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Collections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the interceptors as a Spring Boot application does. */
@Configuration
public class SpringBootByHand {
    private final int count = Integer.getInteger("interceptors");

    @Bean
    public TemporalOptionsCustomizer<WorkflowClientOptions.Builder> client() {
        return options -> options.setInterceptors(
                Collections.nCopies(count, new ClientByHand()).toArray(WorkflowClientInterceptor[]::new));
    }

    @Bean
    public TemporalOptionsCustomizer<WorkerFactoryOptions.Builder> worker() {
        return options -> options.setWorkerInterceptors(
                Collections.nCopies(count, new WorkerByHand()).toArray(WorkerInterceptor[]::new));
    }
}
