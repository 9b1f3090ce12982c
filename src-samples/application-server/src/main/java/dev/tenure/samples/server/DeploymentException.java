package dev.tenure.samples.server;

/** The server has refused an application. */
public final class DeploymentException extends Exception {

    private static final long serialVersionUID = 1;

    DeploymentException(String reason) {
        super(reason);
    }
}
