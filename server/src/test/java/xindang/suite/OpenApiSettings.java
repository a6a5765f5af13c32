package xindang.suite;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, List<Class<?>>> records = records();
        return api -> {
            api.setServers(null);
            api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
            api.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .forEach(operation -> operation.setTags(null));
            var schemas = new TreeMap<String, Schema>(api.getComponents().getSchemas());
            schemas.forEach((name, schema) -> describe(schema, records.getOrDefault(name, List.of())));
            api.getComponents().setSchemas(new TreeMap<>(schemas));
        };
    }

    /** Of types of one name, the one in the interface is that whose components are sent. */
    private static void describe(Schema<?> schema, List<Class<?>> types) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> sent = schema.getProperties().keySet();
        types.stream()
                .map(Class::getRecordComponents)
                .min(Comparator.comparingLong(components -> Arrays.stream(components)
                        .filter(component -> !sent.contains(component.getName()))
                        .count()))
                .ifPresent(components -> {
                    List<String> required = Arrays.stream(components)
                            .filter(component -> !mayBeNull(component))
                            .map(RecordComponent::getName)
                            .filter(sent::contains)
                            .toList();
                    schema.setRequired(required.isEmpty() ? null : required);
                });
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, List<Class<?>>> records() {
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
                .collect(Collectors.groupingBy(Class::getSimpleName));
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
