package dev.tenure.cdi;

import java.util.List;

/** All that is wrong with a deployment, in one exception without a stack trace, because servers print it several times (trap 15). */
final class DeploymentProblems extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeploymentProblems(List<String> problems) {
        super(
                "TNR-0001: Tenure cannot be deployed, " + problems.size() + " problem(s):\n  "
                        + String.join("\n  ", problems),
                null,
                false,
                false);
    }
}
