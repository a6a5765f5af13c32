package xindang.customerfile.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.customerfile.CustomerFilter;
import xindang.customerfile.Customers;
import xindang.document.letter.LetterBatches;
import xindang.document.letter.LetterProblem;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.jobs.Job;
import xindang.platform.problem.Refusal;

/** Letters to all customers of a list (按列表批量发函). */
@RestController
@RequestMapping("/api/v1/customerfile/customers")
class CustomerLettersController {

    private final Customers customers;
    private final LetterBatches batches;

    CustomerLettersController(Customers customers, LetterBatches batches) {
        this.customers = customers;
        this.batches = batches;
    }

    /** What they get. */
    record LettersWish(@NotNull UUID template) {}

    @PostMapping("/letters")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Right(value = "document.letter", scope = Scope.NODES)
    Job start(@Valid CustomerFilter filter, @Valid @RequestBody LettersWish wish, Caller caller) {
        Map<UUID, List<UUID>> chosen = customers.ids(caller, filter, LetterBatches.MOST);
        if (chosen.size() > 1) {
            // Letters are numbered and answered for by one company.
            throw Refusal.of(LetterProblem.LETTER_SEVERAL_COMPANIES);
        }
        return chosen.entrySet().stream()
                .findFirst()
                .map(one -> batches.start(caller, one.getKey(), wish.template(), one.getValue()))
                .orElseThrow(() -> Refusal.of(LetterProblem.LETTER_NOBODY));
    }
}
