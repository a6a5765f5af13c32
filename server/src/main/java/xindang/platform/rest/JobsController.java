package xindang.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.jobs.Events;
import xindang.platform.jobs.Job;
import xindang.platform.jobs.Jobs;
import xindang.platform.problem.Problems;

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
    Page<Job> list(@Valid PageQuery page, Caller caller, HttpServletRequest request) {
        return jobs.page(caller, page).map(job -> job.told(Problems.language(request)));
    }

    @GetMapping("/jobs/{id}")
    @Right(value = "platform.jobs", scope = Scope.NODES)
    Job one(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return jobs.find(caller, id).told(Problems.language(request));
    }

    @DeleteMapping("/jobs/{id}")
    @Right(value = "platform.jobs", scope = Scope.NODES)
    Job cancel(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return jobs.cancel(caller, id).told(Problems.language(request));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Right(value = Right.SIGNED_IN, scope = Scope.NODES)
    SseEmitter events(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "zh|en") String language,
            Caller caller,
            HttpServletRequest request) {
        // Browsers let pages set no header here.
        return events.connect(
                caller.within("platform.jobs"), language == null ? Problems.language(request) : Locale.of(language));
    }
}
