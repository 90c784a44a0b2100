package dev.rollcall.standalone.server;

import dev.rollcall.standalone.credentials.Credentials;
import dev.rollcall.standalone.engine.DataDirectory;
import dev.rollcall.standalone.issuer.SigningKeyFile;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Starts the Spring context on engines that run already.
record ServicesContext(Addresses addresses, Engines engines, DataDirectory directory) {

    ConfigurableApplicationContext start(InstantSource clock, Credentials credentials, SigningKeyFile signingKeys) {
        var application = new SpringApplication(StandaloneApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("engines", properties()));
            var beans = context.getBeanFactory();
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("credentials", credentials);
            beans.registerSingleton("signingKeyFile", signingKeys);
        });
        return application.run();
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(Map.of(
                "rollcall.upload.status-url", addresses.api().toString(),
                "rollcall.upload.spool-dir", directory.spool().toString(),
                "server.port", addresses.port(),
                "management.server.port", addresses.managementPort(),
                "spring.kafka.bootstrap-servers", engines.broker().bootstrapServers(),
                "spring.datasource.url", engines.database().jdbcUrl(),
                "spring.datasource.username", engines.database().user(),
                "spring.datasource.password", engines.database().password()));
        engines.broker()
                .loginSettings()
                .forEach((setting, value) -> properties.put("spring.kafka.properties." + setting, value));
        return properties;
    }
}
