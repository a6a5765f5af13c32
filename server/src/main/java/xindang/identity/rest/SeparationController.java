package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.SeparationSwitch;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** The switch that keeps the three administrators apart (三员分立); the kinds are asked for where it is switched. */
@RestController
@RequestMapping("/api/v1/identity/separation")
class SeparationController {

    private final SeparationSwitch separation;

    SeparationController(SeparationSwitch separation) {
        this.separation = separation;
    }

    record SeparationRequest(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    SeparationSwitch.State state(Caller caller) {
        return separation.state(caller);
    }

    @PostMapping("/activation")
    @Right(value = "identity.grant-any", scope = Scope.NODES)
    SeparationSwitch.State on(Caller caller) {
        return separation.on(caller);
    }

    @PostMapping("/request")
    @Right(value = "identity.read", scope = Scope.NODES)
    SeparationSwitch.State ask(@Valid @RequestBody SeparationRequest request, Caller caller) {
        return separation.ask(caller, request.reason().strip());
    }

    @DeleteMapping("/request")
    @Right(value = "identity.read", scope = Scope.NODES)
    SeparationSwitch.State decline(Caller caller) {
        return separation.decline(caller);
    }

    @PostMapping("/request/confirmation")
    @Right(value = "identity.read", scope = Scope.NODES)
    SeparationSwitch.State off(Caller caller) {
        return separation.off(caller);
    }
}
