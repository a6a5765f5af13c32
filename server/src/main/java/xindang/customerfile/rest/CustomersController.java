package xindang.customerfile.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.audittrail.TrailEntry;
import xindang.customerfile.CustomerDetail;
import xindang.customerfile.CustomerFiles;
import xindang.customerfile.CustomerFilter;
import xindang.customerfile.CustomerLine;
import xindang.customerfile.Customers;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Customers and their files (客户与档案). */
@RestController
@RequestMapping("/api/v1/customerfile")
class CustomersController {

    private final Customers customers;
    private final CustomerFiles files;
    private final ListExport export;

    CustomersController(Customers customers, CustomerFiles files, ListExport export) {
        this.customers = customers;
        this.files = files;
        this.export = export;
    }

    record NewCustomer(
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 40) String creditCode,
            @Nullable UUID department) {}

    record ChangedCustomer(
            @Nullable @Size(max = 300) String name,
            @Nullable @Size(max = 500) String address,
            @Nullable @Size(max = 100) String industry,
            @Nullable UUID department,
            @Nullable UUID owner) {}

    record CustomerId(UUID id) {}

    @GetMapping("/customers")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    Page<CustomerLine> list(@Valid CustomerFilter filter, @Valid PageQuery page, Caller caller) {
        return customers.page(caller, filter, page);
    }

    @GetMapping({"/customers.xlsx", "/customers.csv"})
    @Right(value = "customerfile.read", scope = Scope.NODES)
    void file(
            @Valid CustomerFilter filter,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(
                request, response, caller, CustomerColumns.SOURCE, line -> customers.each(caller, filter, page, line));
    }

    @GetMapping("/customers/sums")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    Customers.Sums sums(@Valid CustomerFilter filter, Caller caller) {
        return customers.sums(caller, filter);
    }

    @GetMapping("/customers/{id}")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    ResponseEntity<CustomerDetail> one(@PathVariable UUID id, Caller caller) {
        var found = customers.find(caller, id);
        return ResponseEntity.ok().eTag(Version.etag(found.version())).body(found.customer());
    }

    @GetMapping("/by-number/{number}")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    CustomerId byNumber(@PathVariable String number, Caller caller) {
        return new CustomerId(customers.byNumber(caller, number));
    }

    @GetMapping("/customers/{id}/trail")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    Page<TrailEntry> trail(@PathVariable UUID id, @Valid PageQuery page, Caller caller) {
        return customers.trail(caller, id, page);
    }

    @PostMapping("/customers")
    @Right(value = "customerfile.write", scope = Scope.NODES)
    ResponseEntity<CustomerDetail> open(@Valid @RequestBody NewCustomer customer, Caller caller) {
        UUID id = files.open(caller, customer.name().strip(), customer.creditCode(), customer.department());
        var found = customers.find(caller, id);
        return ResponseEntity.created(URI.create("/api/v1/customerfile/customers/" + id))
                .eTag(Version.etag(found.version()))
                .body(found.customer());
    }

    @PatchMapping("/customers/{id}")
    @Right(value = "customerfile.write", scope = Scope.NODES)
    ResponseEntity<CustomerDetail> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedCustomer customer,
            Caller caller) {
        var changes = new CustomerFiles.Changes(
                customer.name(), customer.address(), customer.industry(), customer.department(), customer.owner());
        files.change(caller, id, Version.required(ifMatch), changes);
        return one(id, caller);
    }
}
