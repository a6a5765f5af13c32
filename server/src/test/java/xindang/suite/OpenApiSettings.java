package xindang.suite;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import xindang.platform.access.Caller;
import xindang.platform.access.Open;
import xindang.platform.access.Right;

/** How openapi.yaml is made from the code: rights are shown, fields are required unless they may be null. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Xindang 信档")
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    GlobalOperationCustomizer rights() {
        return (operation, endpoint) -> {
            Right right = endpoint.getMethodAnnotation(Right.class);
            Open open = endpoint.getMethodAnnotation(Open.class);
            if (right != null) {
                operation.addExtension("x-right", right.value());
                operation.addExtension("x-scope", right.scope().name());
            } else if (open != null) {
                operation.addExtension("x-open", open.value());
            }
            return operation;
        };
    }

    @Bean
    @SuppressWarnings("rawtypes") // as the library has it
    GlobalOpenApiCustomizer fields() {
        Map<String, Class<?>> records = records();
        return api -> {
            api.setServers(null);
            api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
            api.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .forEach(operation -> operation.setTags(null));
            var schemas = new TreeMap<String, Schema>(api.getComponents().getSchemas());
            schemas.forEach((name, schema) -> describe(schema, records.get(name)));
            api.getComponents().setSchemas(new TreeMap<>(schemas));
        };
    }

    private static void describe(Schema<?> schema, @Nullable Class<?> type) {
        if (type == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !mayBeNull(component))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new Records());
        return scanner.findCandidateComponents("xindang").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(OpenApiSettings::type)
                .collect(Collectors.toMap(Class::getSimpleName, type -> type, (one, _) -> one));
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name, false, OpenApiSettings.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Records implements TypeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return Record.class.getName().equals(reader.getClassMetadata().getSuperClassName());
        }
    }
}
