package xindang.platform.rest;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.decision.Decision;
import xindang.platform.decision.Decisions;

/** Recorded decisions (决定记录接口): the panel that explains a figure shows nothing but this. */
@RestController
@RequestMapping("/api/v1/platform/decisions")
class DecisionsController {

    private final Decisions decisions;

    DecisionsController(Decisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/{id}")
    @Right(value = "platform.decisions", scope = Scope.NODES)
    Decision find(@PathVariable UUID id, Caller caller) {
        return decisions.find(caller, id);
    }
}
