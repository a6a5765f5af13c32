package xindang.integration;

import java.util.Map;
import xindang.suite.Answer;
import xindang.suite.Client;

/** Walks through imports as a person does, over HTTP. */
public final class ImportWalk {

    private final Client client;

    /** Walks with this client. */
    public ImportWalk(Client client) {
        this.client = client;
    }

    /** Uploads a text and answers the id of the import. */
    public String upload(String kind, String text) {
        Answer answer = client.send(
                "POST", "/integration/imports?kind=" + kind, text, Map.of("Content-Type", "text/plain;charset=UTF-8"));
        require(answer, 201);
        return answer.text("/id");
    }

    /** Uploads and checks. */
    public String checked(String kind, String text) {
        String id = upload(kind, text);
        done(client.post("/integration/imports/" + id + "/check", "{}"));
        return id;
    }

    /** Uploads, checks, confirms; answers the import. */
    public Answer imported(String kind, String text) {
        String id = checked(kind, text);
        confirm(id, "good");
        return client.get("/integration/imports/" + id);
    }

    /** Confirms and waits; answers the job. */
    public Answer confirm(String id, String mode) {
        return done(client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"" + mode + "\"}"));
    }

    /** Undoes and waits; answers the job. */
    public Answer undo(String id) {
        return finished(client.post("/integration/imports/" + id + "/undo", "{}"));
    }

    /** Waits for a job to be done. */
    public Answer done(Answer submitted) {
        Answer job = finished(submitted);
        if (!job.text("/state").equals("done")) {
            throw new AssertionError("job failed: " + job.body());
        }
        return job;
    }

    /** Waits for a job to end, one way or the other. */
    public Answer finished(Answer submitted) {
        require(submitted, 202);
        String id = submitted.text("/id");
        for (int i = 0; i < 1200; i++) {
            Answer job = client.get("/platform/jobs/" + id);
            if (!job.text("/finishedAt").isEmpty()) {
                return job;
            }
            pause();
        }
        throw new AssertionError("the job does not end");
    }

    /** Waits until no job is queued or running. */
    public void quiet() {
        quiet("(?s).*");
    }

    /** The same once there was a first run of decisions: an import is done before the run behind it is queued. */
    public void quietAfterAssessment() {
        quietAfterAssessments(1);
    }

    /** The same once there were so many of them, which the twenty latest jobs must show. */
    public void quietAfterAssessments(int runs) {
        quiet("(?s)(.*\"insight\\.assess\"){" + runs + "}.*");
    }

    private void quiet(String seen) {
        for (int i = 0; i < 1200; i++) {
            String jobs = client.get("/platform/jobs?limit=20").body();
            if (jobs.matches(seen) && !jobs.contains("\"queued\"") && !jobs.contains("\"running\"")) {
                return;
            }
            pause();
        }
        throw new AssertionError("jobs do not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " instead of " + status + ": " + answer.body());
        }
    }
}
