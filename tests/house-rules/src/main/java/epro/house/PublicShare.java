package epro.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** How many of the types with a file of their own are public. */
record PublicShare(long shown, long types) {

    static PublicShare of(JavaClasses classes, String root) {
        List<JavaClass> types = classes.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith(root + "."))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        long shown = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        return new PublicShare(shown, types.size());
    }

    boolean isAtMostAThird() {
        return 3 * shown <= types;
    }
}
