package dev.tenure.cdi;

import dev.tenure.Managed;
import dev.tenure.lifetime.Origin;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Where the application writes {@code @Managed}: which databases it means, and the places for messages. */
final class Mentions {

    /** One place. */
    record Mention(String database, Class<? extends Annotation> scope, String place) {}

    private final ConcurrentLinkedQueue<Mention> mentions = new ConcurrentLinkedQueue<>();

    void note(AnnotatedType<?> type) {
        var owner = type.getJavaClass().getSimpleName();
        for (var field : type.getFields()) {
            note(field, place(owner, field));
        }
        type.getConstructors().forEach(constructor -> noteParameters(constructor, owner));
        type.getMethods().forEach(method -> noteParameters(method, owner));
    }

    private static String place(String owner, AnnotatedField<?> field) {
        return owner + "." + field.getJavaMember().getName();
    }

    private void noteParameters(AnnotatedCallable<?> callable, String owner) {
        for (var parameter : callable.getParameters()) {
            note(parameter, owner + "." + callable.getJavaMember().getName() + "(...)");
        }
    }

    private void note(Annotated annotated, String place) {
        var managed = annotated.getAnnotation(Managed.class);
        if (managed != null) {
            mentions.add(new Mention(managed.value(), managed.scope(), place));
        }
    }

    List<Mention> all() {
        return List.copyOf(mentions);
    }

    Set<String> databases() {
        return mentions.stream().map(Mention::database).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Who may hold the connection of a database in a scope, for messages. */
    Origin origin(String database, Class<? extends Annotation> scope) {
        var places = mentions.stream()
                .filter(mention -> mention.database().equals(database) && mention.scope() == scope)
                .map(Mention::place)
                .distinct()
                .sorted()
                .toList();
        return new Origin(scope.getSimpleName().replace("Scoped", "").toLowerCase(Locale.ROOT), places);
    }
}
