package xindang.platform.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.store.ViewStore;

/** Saved views of lists (已存视图). */
@RestController
@RequestMapping("/api/v1/platform/views")
class ViewsController {

    private final ViewStore views;

    ViewsController(ViewStore views) {
        this.views = views;
    }

    record Views(List<ViewStore.View> items) {}

    record SavedView(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String list,
            @NotNull @Size(max = 100) Map<String, Object> body,
            boolean shared) {

        ViewStore.Draft draft() {
            return new ViewStore.Draft(name.strip(), list, body, shared);
        }
    }

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Views all(@RequestParam String list, Caller caller) {
        return new Views(views.all(caller, list));
    }

    @PostMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<ViewStore.View> add(@Valid @RequestBody SavedView view, Caller caller) {
        ViewStore.View added = views.insert(caller, view.draft())
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("name", "taken")));
        return answer(HttpStatus.CREATED, added);
    }

    @PutMapping("/{id}")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<ViewStore.View> replace(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SavedView view,
            Caller caller) {
        int version = Version.required(ifMatch);
        if (!views.owns(caller, id)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return answer(
                HttpStatus.OK, views.update(caller, id, version, view.draft()).orElseThrow(Version::stale));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void remove(@PathVariable UUID id, Caller caller) {
        if (!views.delete(caller, id)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    private static ResponseEntity<ViewStore.View> answer(HttpStatus status, ViewStore.View view) {
        return ResponseEntity.status(status).eTag(Version.etag(view.version())).body(view);
    }
}
