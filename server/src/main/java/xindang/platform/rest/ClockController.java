package xindang.platform.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.time.BusinessClock;
import xindang.platform.time.ClockMover;

/** The business date of a demonstration or a test (业务日期). */
@RestController
@RequestMapping("/api/v1/platform/clock")
class ClockController {

    private final ClockMover mover;
    private final BusinessClock clock;

    ClockController(ClockMover mover, BusinessClock clock) {
        this.mover = mover;
        this.clock = clock;
    }

    record BusinessDate(@NotNull LocalDate date) {}

    @PutMapping
    @Right(value = "platform.clock", scope = Scope.INSTALLATION)
    BusinessDate move(@Valid @RequestBody BusinessDate to) {
        mover.moveTo(to.date());
        return new BusinessDate(clock.today());
    }
}
