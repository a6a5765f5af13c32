package xindang.platform.rest;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.jobs.Events;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;

/** Long work and its events (后台任务与事件). */
@RestController
@RequestMapping("/api/v1/platform")
class JobsController {

    private final Jobs jobs;
    private final Events events;

    JobsController(Jobs jobs, Events events) {
        this.jobs = jobs;
        this.events = events;
    }

    @GetMapping("/jobs")
    @Right(value = "platform.jobs", scope = Scope.NODES)
    Page<Job> list(@Valid PageQuery page, Caller caller) {
        return jobs.page(caller, page);
    }

    @GetMapping("/jobs/{id}")
    @Right(value = "platform.jobs", scope = Scope.NODES)
    Job one(@PathVariable UUID id, Caller caller) {
        return jobs.find(caller, id);
    }

    @DeleteMapping("/jobs/{id}")
    @Right(value = "platform.jobs", scope = Scope.NODES)
    Job cancel(@PathVariable UUID id, Caller caller) {
        return jobs.cancel(caller, id);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Right(value = Right.SIGNED_IN, scope = Scope.NODES)
    SseEmitter events(Caller caller) {
        return events.connect(caller);
    }
}
