package dev.tenure.samples.guestbook;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All resources are below {@code api}. */
@ApplicationPath("api")
public class RestApplication extends Application {

    /** One for all: {@code Json.createObjectBuilder()} would look for its provider in every jar each time, which costs more on Payara Micro than all the rest of a page. */
    static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
}
