package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Node;
import xindang.identity.NodeChange;
import xindang.identity.TreeReading;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Version;

/** The organisation tree (组织树). */
@RestController
@RequestMapping("/api/v1/identity/nodes")
class NodesController {

    private final TreeReading history;
    private final NodeChange change;

    NodesController(TreeReading history, NodeChange change) {
        this.history = history;
        this.change = change;
    }

    record NodeList(List<Node> items) {}

    record NewNode(
            @NotNull UUID parent,

            @NotNull @Pattern(regexp = "group|company|department|site")
            String kind,

            @NotBlank @Size(max = 200) String name) {}

    record ChangedNode(
            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*")
            String name,

            @Nullable UUID parent,
            @Nullable Boolean closed,
            @Nullable LocalDate from) {

        NodeChange.Changes changes() {
            return new NodeChange.Changes(name == null ? null : name.strip(), parent, closed, from);
        }
    }

    /**
     * What a node was.
     *
     * @param parent name of the node above; null at the root
     * @param until last day; null until further notice
     */
    record PastNode(
            LocalDate from,
            @Nullable LocalDate until,
            String name,
            @Nullable String parent,
            boolean closed) {}

    record NodeHistory(List<PastNode> items) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    NodeList all(@RequestParam(required = false) @Nullable LocalDate asOf, Caller caller) {
        return new NodeList(history.tree(caller, asOf));
    }

    @GetMapping("/{id}")
    @Right(value = "identity.read", scope = Scope.NODES)
    ResponseEntity<Node> one(@PathVariable UUID id, Caller caller) {
        return answer(history.find(caller, id));
    }

    @GetMapping("/{id}/history")
    @Right(value = "identity.read", scope = Scope.NODES)
    NodeHistory history(@PathVariable UUID id, Caller caller) {
        return new NodeHistory(history.of(caller, id).stream()
                .map(past -> new PastNode(
                        past.version().from(),
                        past.until(),
                        past.version().name(),
                        past.parent(),
                        past.version().closed()))
                .toList());
    }

    @PatchMapping("/{id}")
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<Node> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedNode node,
            Caller caller) {
        return answer(change.change(caller, id, Version.required(ifMatch), node.changes()));
    }

    private ResponseEntity<Node> answer(Node node) {
        return ResponseEntity.ok()
                .eTag(Version.etag(history.version(node.id())))
                .body(node);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.manage", scope = Scope.NODES)
    Node add(@Valid @RequestBody NewNode node, Caller caller) {
        return change.add(caller, node.parent(), node.kind(), node.name().strip());
    }
}
