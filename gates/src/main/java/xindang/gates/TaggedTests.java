package xindang.gates;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** Finds the methods that carry {@link Requirement} in compiled test classes, without loading any of them. */
public final class TaggedTests {

    /**
     * Classes in a package of this name are samples on which a gate proves that it bites; they are never counted.
     */
    public static final String PLANTED = "planted";

    /** Runs under JUnit, but its annotation need not be on the class path of whoever scans. */
    private static final Set<String> TESTS_BY_NAME = Set.of("com.code_intelligence.jazzer.junit.FuzzTest");

    private TaggedTests() {}

    /** The tagged methods of all modules' compiled tests, sorted by name; planted samples are left out. */
    public static List<TaggedTest> ofRepository(Path repository) {
        return in(Modules.testClasses(repository), type -> !isPlanted(type));
    }

    /** The tagged methods below the given folders of class files, sorted by name. */
    public static List<TaggedTest> in(Collection<Path> folders, Predicate<JavaClass> wanted) {
        List<TaggedTest> found = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPaths(folders)) {
            if (wanted.test(type)) {
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(Requirement.class))
                        .map(method -> tagged(type, method))
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(TaggedTest::name));
        return List.copyOf(found);
    }

    /** Whether a class is a planted sample. */
    public static boolean isPlanted(JavaClass type) {
        return List.of(type.getPackageName().split("\\.", -1)).contains(PLANTED);
    }

    private static TaggedTest tagged(JavaClass type, JavaMethod method) {
        Set<String> tags = new TreeSet<>();
        collectTags(method, tags, new HashSet<>());
        boolean disabled = method.isAnnotatedWith(Disabled.class);
        Optional<JavaClass> around = Optional.of(type);
        while (around.isPresent()) {
            collectTags(around.get(), tags, new HashSet<>());
            disabled |= around.get().isAnnotatedWith(Disabled.class);
            around = around.get().getEnclosingClass();
        }
        List<String> ids = List.of(method.getAnnotationOfType(Requirement.class).value());
        String className =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return new TaggedTest(className, method.getName(), ids, Set.copyOf(tags), isTest(method), disabled);
    }

    private static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class)
                || method.getAnnotations().stream()
                        .anyMatch(a -> TESTS_BY_NAME.contains(a.getRawType().getName()));
    }

    private static void collectTags(HasAnnotations<?> element, Set<String> tags, Set<String> visited) {
        for (JavaAnnotation<?> annotation : element.getAnnotations()) {
            JavaClass type = annotation.getRawType();
            if (type.isEquivalentTo(Tag.class)) {
                tags.add(annotation.as(Tag.class).value());
            } else if (type.isEquivalentTo(Tags.class)) {
                for (Tag tag : annotation.as(Tags.class).value()) {
                    tags.add(tag.value());
                }
            } else if (visited.add(type.getName())) {
                collectTags(type, tags, visited);
            }
        }
    }
}
