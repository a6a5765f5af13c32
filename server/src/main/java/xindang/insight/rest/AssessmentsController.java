package xindang.insight.rest;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.insight.AssessPortfolio;
import xindang.insight.Companies;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.jobs.Job;

/** Runs over the portfolio (组合评估接口). */
@RestController
@RequestMapping("/api/v1/insight/assessments")
class AssessmentsController {

    private final AssessPortfolio assessment;
    private final Companies companies;

    AssessmentsController(AssessPortfolio assessment, Companies companies) {
        this.assessment = assessment;
        this.companies = companies;
    }

    record Wanted(@Nullable LocalDate asOf) {}

    @PostMapping
    @Right(value = "insight.assess", scope = Scope.NODES)
    ResponseEntity<Job> start(@Valid @RequestBody Wanted wanted, Caller caller) {
        return ResponseEntity.accepted().body(assessment.start(caller, companies.of(caller), wanted.asOf()));
    }
}
