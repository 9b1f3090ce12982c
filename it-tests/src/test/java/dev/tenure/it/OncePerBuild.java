package dev.tenure.it;

/** What does not depend on the CDI container needs to run on one of them only. */
final class OncePerBuild {

    private OncePerBuild() {}

    /** True on the first container, and where nobody says which one it is (an IDE). */
    static boolean isThisRun() {
        return System.getProperty("container.of.this.run", "weld-5").equals("weld-5");
    }
}
