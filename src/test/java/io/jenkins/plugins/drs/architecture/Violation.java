package io.jenkins.plugins.drs.architecture;

/** A class that breaks a rule on purpose. */
record Violation(String className, String source) {

    /** A class that names a type, of ours without the root package, in the type of a field. */
    static Violation uses(String packageName, String type) {
        boolean ours = type.matches("(engine|simulator|cli|lab|plugin)\\..*");
        return with(packageName, (ours ? Packages.ROOT : "") + type + " seeded;");
    }

    /** A class of one of our packages with a member. */
    static Violation with(String packageName, String member) {
        return declares(packageName, "", member);
    }

    /** A class of one of our packages with a supertype and a member. */
    static Violation declares(String packageName, String supertypes, String member) {
        String simpleName = "Seeded" + Integer.toHexString((supertypes + member).hashCode());
        return of(packageName, simpleName, supertypes, member);
    }

    /** A class of one of our packages with a member, under a name by which others can use it. */
    static Violation named(String packageName, String simpleName, String member) {
        return of(packageName, simpleName, "", member);
    }

    private static Violation of(String packageName, String simpleName, String supertypes, String member) {
        String inPackage = Packages.ROOT + packageName;
        return new Violation(
                inPackage + "." + simpleName,
                "package " + inPackage + "; public class " + simpleName + " " + supertypes + " { " + member + " }");
    }
}
