package dev.rollcall.upload.publishing;

import dev.rollcall.events.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/// The topics. [They are created at the start][TopicsInPlace], and those that are there already are
/// given the partitions they lack and kept as the catalogue of topics says.
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    Topics uploadTopics(@Value("${rollcall.topic-prefix:}") String prefix) {
        return new Topics(prefix);
    }

    /// Here and not by a property, so that every composition of the services has it.
    @Bean
    static BeanPostProcessor uploadTopicChanges() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof KafkaAdmin admin) {
                    admin.setModifyTopicConfigs(true);
                }
                return bean;
            }
        };
    }
}
