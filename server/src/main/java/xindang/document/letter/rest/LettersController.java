package xindang.document.letter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.document.letter.LetterLine;
import xindang.document.letter.Letters;
import xindang.document.letter.store.LetterStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Open;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** Letters to customers (函件). */
@RestController
@RequestMapping("/api/v1/document")
class LettersController {

    private final Letters letters;

    LettersController(Letters letters) {
        this.letters = letters;
    }

    /** A letter to be made. */
    record NewLetter(@NotNull UUID template, @NotNull UUID customer) {}

    /** Why a letter does not count any more. */
    record LetterWithdrawal(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/letters")
    @Right(value = "document.read", scope = Scope.NODES)
    Page<LetterLine> page(
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable UUID batch,
            @Valid PageQuery query,
            Caller caller) {
        return letters.page(caller, customer, batch, query);
    }

    @GetMapping("/letters/left-out")
    @Right(value = "document.read", scope = Scope.NODES)
    Page<LetterStore.LeftOut> leftOut(@RequestParam UUID batch, @Valid PageQuery query, Caller caller) {
        return letters.leftOut(caller, batch, query);
    }

    @PostMapping("/letters")
    @Right(value = "document.letter", scope = Scope.NODES)
    ResponseEntity<LetterLine> make(@Valid @RequestBody NewLetter wish, Caller caller) {
        LetterLine made = letters.make(caller, wish.template(), wish.customer());
        return ResponseEntity.created(URI.create("/api/v1/document/documents/" + made.document()))
                .body(made);
    }

    @PostMapping("/letters/{id}/withdrawal")
    @Right(value = "document.letter", scope = Scope.NODES)
    LetterLine withdraw(@PathVariable UUID id, @Valid @RequestBody LetterWithdrawal wish, Caller caller) {
        return letters.withdraw(caller, id, wish.reason().strip());
    }

    @GetMapping("/verification")
    @Open("whoever holds a letter may ask whether it is ours")
    LetterStore.VerifiedLetter verify(@RequestParam @Size(max = 40) String code) {
        String asked = code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return letters.verify(asked).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }
}
