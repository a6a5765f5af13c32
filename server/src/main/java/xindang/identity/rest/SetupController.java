package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.SetUp;
import xindang.platform.access.Open;

/** Set-up of a new installation (初始设置). */
@RestController
@RequestMapping("/api/v1/identity/setup")
class SetupController {

    private final SetUp setUp;

    SetupController(SetUp setUp) {
        this.setUp = setUp;
    }

    record SetupState(boolean needed) {}

    record SetupCompany(@NotBlank @Size(max = 200) String name) {}

    record SetupAdmin(
            @NotNull @Pattern(regexp = UsersController.LOGIN)
            String login,

            @NotBlank @Size(max = 100) String name,

            @NotNull @Size(min = UsersController.PASSWORD_LENGTH, max = 200)
            String password) {}

    record SetupRequest(
            @NotNull @Size(max = 40) String code,
            @NotNull @Valid SetupCompany company,
            @NotNull @Valid SetupAdmin admin) {}

    @GetMapping
    @Open("asked before anybody can sign in")
    SetupState state() {
        return new SetupState(setUp.isNeeded());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open("the code stands for a sign-in")
    SetupState setUp(@Valid @RequestBody SetupRequest request) {
        setUp.handle(
                request.code(),
                request.company().name().strip(),
                request.admin().login(),
                request.admin().name().strip(),
                request.admin().password());
        return new SetupState(false);
    }
}
