package dev.tenure.cdi;

import dev.tenure.ThreadScoped;
import jakarta.enterprise.util.AnnotationLiteral;

/** {@code @ThreadScoped} as an object. */
final class ThreadScopedLiteral extends AnnotationLiteral<ThreadScoped> implements ThreadScoped {

    static final ThreadScopedLiteral INSTANCE = new ThreadScopedLiteral();

    private static final long serialVersionUID = 1;
}
