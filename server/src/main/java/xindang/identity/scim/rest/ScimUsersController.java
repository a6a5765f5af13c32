package xindang.identity.scim.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.DirectoryAccounts;
import xindang.identity.store.DirectoryAccountStore.Account;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** Accounts as company directories keep them (目录账号接口). Nothing is ever erased: what a directory deletes is locked. */
@RestController
@RequestMapping(ScimErrors.BASE + "/Users")
class ScimUsersController {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final int MOST = 200;

    private final DirectoryAccounts accounts;

    ScimUsersController(DirectoryAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> list(
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(defaultValue = "1") int startIndex,
            @RequestParam(defaultValue = "" + MOST) int count,
            Caller directory) {
        // Less than one is one, less than none is none (RFC 7644, section 3.4.2.4).
        int first = Math.max(startIndex, 1);
        var some = accounts.page(directory, ScimFilter.read(filter), first - 1, Math.min(Math.max(count, 0), MOST));
        var body = new LinkedHashMap<String, Object>();
        body.put("schemas", List.of(LIST));
        body.put("totalResults", some.total());
        body.put("startIndex", first);
        body.put("itemsPerPage", some.accounts().size());
        body.put(
                "Resources",
                some.accounts().stream()
                        .map(account -> user(account, directory))
                        .toList());
        return ResponseEntity.ok().contentType(ScimErrors.TYPE).body(body);
    }

    @GetMapping("/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> one(@PathVariable String id, Caller directory) {
        return answer(HttpStatus.OK, accounts.one(directory, ScimFilter.id(id)), directory);
    }

    @PostMapping
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> add(@RequestBody Map<String, Object> body, Caller directory) {
        return answer(
                HttpStatus.CREATED, accounts.add(directory, ScimBody.of(body).newUser()), directory);
    }

    @PutMapping("/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> replace(
            @PathVariable String id, @RequestBody Map<String, Object> body, Caller directory) {
        return answer(
                HttpStatus.OK,
                accounts.change(directory, ScimFilter.id(id), ScimBody.of(body).newUser()),
                directory);
    }

    @PatchMapping("/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String id, @RequestBody Map<String, Object> body, Caller directory) {
        return answer(
                HttpStatus.OK,
                accounts.change(directory, ScimFilter.id(id), ScimBody.of(body).patch()),
                directory);
    }

    @DeleteMapping("/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Void> lock(@PathVariable String id, Caller directory) {
        accounts.change(directory, ScimFilter.id(id), new DirectoryAccounts.Wish(null, null, null, false));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Account account, Caller directory) {
        return ResponseEntity.status(status)
                .contentType(ScimErrors.TYPE)
                .header("Location", location(account))
                .header("ETag", version(account))
                .body(user(account, directory));
    }

    private static Map<String, Object> user(Account account, Caller directory) {
        var user = new LinkedHashMap<String, Object>();
        user.put("schemas", List.of(SCHEMA));
        user.put("id", account.user().id().toString());
        String externalId = DirectoryAccounts.externalId(directory, account);
        if (externalId != null) {
            user.put("externalId", externalId);
        }
        user.put("userName", account.user().login());
        user.put("displayName", account.user().name());
        user.put("name", Map.of("formatted", account.user().name()));
        user.put("active", account.user().active());
        user.put(
                "meta",
                Map.of(
                        "resourceType",
                        "User",
                        "created",
                        account.createdAt().toInstant().toString(),
                        "location",
                        location(account),
                        "version",
                        version(account)));
        return user;
    }

    private static String location(Account account) {
        return ScimErrors.BASE + "/Users/" + account.user().id();
    }

    private static String version(Account account) {
        return "W/\"" + account.user().version() + "\"";
    }
}
