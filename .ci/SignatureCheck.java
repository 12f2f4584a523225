import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compares signatures with the real types: {@code java SignatureCheck.java FOLDER CLASS_PATH}. Each type and member in the
 * sources below FOLDER must be on CLASS_PATH with the same modifiers, type parameters, types, exceptions, constant
 * value, and the same word on what may be null. A signature may leave out members, supertypes and other annotations, and add
 * nothing.
 */
final class SignatureCheck {
    private static final Set<Modifier> WITHOUT_MEANING_TO_CALLERS =
            Set.of(Modifier.SYNCHRONIZED, Modifier.NATIVE, Modifier.TRANSIENT, Modifier.VOLATILE, Modifier.STRICTFP);

    private static final Set<String> MAY_BE_NULL = Set.of("CheckForNull", "Nullable");

    private final JavacTask real;
    private final List<String> problems = new ArrayList<>();
    private int types;
    private int members;

    private SignatureCheck(JavacTask real) {
        this.real = real;
    }

    public static void main(String[] arguments) throws IOException {
        List<File> sources;
        try (var files = Files.walk(Path.of(arguments[0]))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).map(Path::toFile).toList();
        }
        SignatureCheck check = new SignatureCheck(task(List.of(), "-cp", arguments[1]));
        check.real.analyze();
        StreamSupport.stream(task(sources, "-cp", arguments[1]).analyze().spliterator(), false)
                .filter(element -> element.getEnclosingElement().getKind() == ElementKind.PACKAGE)
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .forEach(check::type);
        check.problems.forEach(problem -> System.err.println("against-jenkins: " + problem));
        System.out.printf("against-jenkins: compared %d types and %d members with the real ones, %d differ%n",
                check.types, check.members, check.problems.size());
        System.exit(check.problems.isEmpty() && check.types > 0 ? 0 : 1);
    }

    private static JavacTask task(List<File> sources, String... options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        List<String> all = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "17"));
        all.addAll(List.of(options));
        List<String> classes = sources.isEmpty() ? List.of("java.lang.Object") : null;
        return (JavacTask) compiler.getTask(null, files, null, all, classes, files.getJavaFileObjectsFromFiles(sources));
    }

    private void type(TypeElement signature) {
        String name = signature.getQualifiedName().toString();
        TypeElement type = real.getElements().getTypeElement(name);
        types++;
        if (type == null) {
            problems.add(name + " does not exist");
            return;
        }
        same(name, "kind", signature.getKind(), type.getKind());
        same(name, "modifiers", modifiers(signature), modifiers(type));
        same(name, "type parameters", parameters(signature.getTypeParameters()), parameters(type.getTypeParameters()));
        supertypes(signature, type);
        for (Element member : signature.getEnclosedElements()) {
            if (member instanceof VariableElement || member instanceof ExecutableElement) {
                member(name, member, type);
            }
        }
        ElementFilter.typesIn(signature.getEnclosedElements()).forEach(this::type);
    }

    private void supertypes(TypeElement signature, TypeElement type) {
        Set<String> known = new HashSet<>();
        collect(type.asType(), known);
        List<TypeMirror> said = new ArrayList<>(signature.getInterfaces());
        said.add(signature.getSuperclass());
        for (TypeMirror supertype : said) {
            if (supertype instanceof DeclaredType && !known.contains(supertype.toString())) {
                problems.add(signature + " is no " + supertype);
            }
        }
    }

    private void collect(TypeMirror type, Set<String> into) {
        for (TypeMirror supertype : real.getTypes().directSupertypes(type)) {
            into.add(supertype.toString());
            collect(supertype, into);
        }
    }

    private void member(String owner, Element signature, TypeElement type) {
        if (implied(signature)) {
            return;
        }
        members++;
        String name = owner + "." + erased(signature);
        var found = type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == signature.getKind())
                .filter(element -> erased(element).equals(erased(signature)))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(name + " does not exist");
            return;
        }
        same(name, "modifiers", modifiers(signature), modifiers(found.get()));
        same(name, "declaration", declaration(signature), declaration(found.get()));
        same(name, "what may be null", nullable(signature), nullable(found.get()));
    }

    /** Which of a member's value and parameters may be null, by annotations of any library. */
    private static List<Boolean> nullable(Element member) {
        Stream<Element> parts = member instanceof ExecutableElement method
                ? Stream.concat(Stream.of(member), method.getParameters().stream())
                : Stream.of(member);
        return parts.map(part -> Stream.concat(
                                part.getAnnotationMirrors().stream(),
                                valueType(part).getAnnotationMirrors().stream())
                        .map(annotation -> annotation.getAnnotationType().asElement().getSimpleName().toString())
                        .anyMatch(MAY_BE_NULL::contains))
                .toList();
    }

    private static TypeMirror valueType(Element element) {
        return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    }

    /** What the compiler adds, or what only keeps others from making an instance. */
    private static boolean implied(Element member) {
        boolean ofEnum = member.getEnclosingElement().getKind() == ElementKind.ENUM;
        String name = member.toString();
        return ofEnum && (name.equals("values()") || name.equals("valueOf(java.lang.String)"))
                || member.getKind() == ElementKind.CONSTRUCTOR && member.getModifiers().contains(Modifier.PRIVATE);
    }

    private String erased(Element member) {
        if (!(member instanceof ExecutableElement method)) {
            return member.getSimpleName().toString();
        }
        return method.getParameters().stream()
                .map(parameter -> real.getTypes().erasure(parameter.asType()).toString())
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private static String declaration(Element member) {
        if (member instanceof VariableElement field) {
            return field.asType() + " = " + field.getConstantValue();
        }
        ExecutableElement method = (ExecutableElement) member;
        return parameters(method.getTypeParameters()) + " " + method.getReturnType()
                + method.getParameters().stream().map(VariableElement::asType).toList()
                + (method.isVarArgs() ? " varargs" : "")
                + " throws " + method.getThrownTypes()
                + " default " + method.getDefaultValue();
    }

    private static String parameters(List<? extends TypeParameterElement> parameters) {
        return parameters.stream().map(parameter -> parameter + " extends " + parameter.getBounds()).toList().toString();
    }

    private static Set<Modifier> modifiers(Element element) {
        return element.getModifiers().stream()
                .filter(modifier -> !WITHOUT_MEANING_TO_CALLERS.contains(modifier))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void same(String name, String what, Object signature, Object type) {
        if (!signature.toString().equals(type.toString())) {
            problems.add("%s: %s should be '%s', but are '%s'".formatted(name, what, type, signature));
        }
    }
}
