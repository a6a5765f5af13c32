package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Node;
import xindang.identity.UserChange;
import xindang.identity.store.NodeStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** The organisation tree (组织树). */
@RestController
@RequestMapping("/api/v1/identity/nodes")
class NodesController {

    private final NodeStore nodes;
    private final UserChange change;

    NodesController(NodeStore nodes, UserChange change) {
        this.nodes = nodes;
        this.change = change;
    }

    record NodeList(List<Node> items) {}

    record NewNode(
            @NotNull UUID parent,

            @NotNull @Pattern(regexp = "group|company|department")
            String kind,

            @NotBlank @Size(max = 200) String name) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    NodeList all(Caller caller) {
        return new NodeList(nodes.subtree(caller.node()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.manage", scope = Scope.NODES)
    Node add(@Valid @RequestBody NewNode node, Caller caller) {
        return change.addNode(caller, node.parent(), node.kind(), node.name().strip());
    }
}
