package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Deputies;
import xindang.identity.Deputy;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.NamedRef;

/** Who stands in for whom (代理). Everybody names a deputy for himself. */
@RestController
@RequestMapping("/api/v1/identity/deputies")
class DeputiesController {

    private final Deputies deputies;

    DeputiesController(Deputies deputies) {
        this.deputies = deputies;
    }

    /**
     * A deputyship.
     *
     * @param user who is stood in for
     * @param until last day
     */
    record DeputyRow(UUID id, NamedRef user, NamedRef deputy, LocalDate from, LocalDate until, String reason) {

        static DeputyRow of(Deputy deputy) {
            return new DeputyRow(
                    deputy.id(),
                    new NamedRef(deputy.user().id(), deputy.user().name()),
                    new NamedRef(deputy.deputy().id(), deputy.deputy().name()),
                    deputy.from(),
                    deputy.until(),
                    deputy.reason());
        }
    }

    record DeputyList(List<DeputyRow> items) {}

    record NewDeputy(
            @Nullable UUID user,
            @NotNull UUID deputy,
            @Nullable LocalDate from,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 300) String reason) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    DeputyList all(Caller caller) {
        return new DeputyList(deputies.all(caller).stream().map(DeputyRow::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    DeputyRow name(@Valid @RequestBody NewDeputy deputy, Caller caller) {
        return DeputyRow.of(deputies.name(
                caller,
                new Deputies.Draft(
                        deputy.user(),
                        deputy.deputy(),
                        deputy.from(),
                        deputy.until(),
                        deputy.reason().strip())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void end(@PathVariable UUID id, Caller caller) {
        deputies.end(caller, id);
    }
}
