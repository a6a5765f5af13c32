package xindang.customerfile.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.audittrail.TrailEntry;
import xindang.customerfile.Contacts;
import xindang.customerfile.CustomerDetail;
import xindang.customerfile.CustomerFiles;
import xindang.customerfile.CustomerFilter;
import xindang.customerfile.CustomerLine;
import xindang.customerfile.Customers;
import xindang.customerfile.FileLevel;
import xindang.customerfile.Keepers;
import xindang.customerfile.Keeping;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Customers and their files (客户与档案). */
@RestController
@RequestMapping("/api/v1/customerfile")
class CustomersController {

    private static final String UUID_OR_NONE = "([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?";

    private final Customers customers;
    private final CustomerFiles files;
    private final FileLevel levels;
    private final Keepers keepers;
    private final Contacts contacts;
    private final ListExport export;

    CustomersController(
            Customers customers,
            CustomerFiles files,
            FileLevel levels,
            Keepers keepers,
            Contacts contacts,
            ListExport export) {
        this.keepers = keepers;
        this.contacts = contacts;
        this.customers = customers;
        this.files = files;
        this.levels = levels;
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
            @Nullable UUID keeper,
            @Nullable @Pattern(regexp = UUID_OR_NONE) String deputyKeeper) {}

    record CustomerId(UUID id) {}

    record KeeperList(List<Keeping> items) {}

    record ContactList(List<Map<String, Object>> items) {}

    record NewLevel(
            @NotBlank @Pattern(regexp = "public|internal|confidential|secret")
            String level,

            @NotBlank @Size(max = 500) String reason) {}

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

    @GetMapping("/customers/{id}/contacts")
    @Right(value = "customerfile.contacts", scope = Scope.NODES)
    ContactList contacts(@PathVariable UUID id, Caller caller) {
        return new ContactList(contacts.read(caller, id));
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

    @GetMapping("/customers/{id}/keepers")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    KeeperList keepers(@PathVariable UUID id, Caller caller) {
        customers.require(caller, id);
        return new KeeperList(keepers.of(id));
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
                customer.name(),
                customer.address(),
                customer.industry(),
                customer.department(),
                customer.keeper(),
                customer.deputyKeeper());
        files.change(caller, id, Version.required(ifMatch), changes);
        return one(id, caller);
    }

    @PutMapping("/customers/{id}/level")
    @Right(value = "customerfile.classify", scope = Scope.NODES)
    ResponseEntity<CustomerDetail> level(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewLevel level,
            Caller caller) {
        levels.change(
                caller,
                id,
                Version.required(ifMatch),
                SecrecyLevel.named(level.level()).orElseThrow(),
                level.reason().strip());
        return one(id, caller);
    }
}
