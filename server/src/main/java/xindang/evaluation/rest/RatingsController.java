package xindang.evaluation.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.evaluation.RatingLine;
import xindang.evaluation.Ratings;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.policy.GradePlaces;

/** Grades of a customer (评级记录). */
@RestController
@RequestMapping("/api/v1/evaluation")
class RatingsController {

    private static final ListExport.Source<RatingLine> SOURCE = new ListExport.Source<>(
            "evaluation.export",
            "ratings",
            List.of(
                    new ExportColumn<>("asOf", Kind.DATE, RatingLine::asOf),
                    new ExportColumn<>(
                            "score", Kind.AMOUNT, line -> line.score() == null ? null : new BigDecimal(line.score())),
                    new ExportColumn<>(
                            "grade",
                            Kind.TEXT,
                            line -> line.grade() == null ? null : line.grade().code()),
                    new ExportColumn<>(
                            "gradeByScore",
                            Kind.TEXT,
                            line -> line.gradeByScore() == null
                                    ? null
                                    : line.gradeByScore().code())));

    private final Ratings ratings;
    private final ListExport export;

    RatingsController(Ratings ratings, ListExport export) {
        this.ratings = ratings;
        this.export = export;
    }

    record GradeScale(String scale, List<String> items) {}

    @GetMapping("/grades")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    GradeScale grades(Caller caller) {
        GradePlaces.Scale scale = ratings.scale(caller);
        return new GradeScale(scale.name(), scale.codes());
    }

    @GetMapping("/ratings")
    @Right(value = "evaluation.read", scope = Scope.NODES)
    Page<RatingLine> list(@RequestParam UUID customer, @Valid PageQuery page, Caller caller) {
        return ratings.page(caller, customer, page);
    }

    @GetMapping({"/ratings.xlsx", "/ratings.csv"})
    @Right(value = "evaluation.read", scope = Scope.NODES)
    void file(
            @RequestParam UUID customer,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(request, response, caller, SOURCE, line -> ratings.each(caller, customer, page, line));
    }
}
