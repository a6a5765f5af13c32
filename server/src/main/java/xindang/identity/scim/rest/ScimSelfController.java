package xindang.identity.scim.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** What this service is able to, for directories that ask (目录接口说明). Source: RFC 7643, sections 5 to 7. */
@RestController
@RequestMapping(ScimErrors.BASE)
class ScimSelfController {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    private static final Map<String, Object> NOT = Map.of("supported", false);

    @GetMapping("/ServiceProviderConfig")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> config() {
        var config = new LinkedHashMap<String, Object>();
        config.put("schemas", List.of(CORE + "ServiceProviderConfig"));
        config.put("patch", Map.of("supported", true));
        config.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        config.put("filter", Map.of("supported", true, "maxResults", 200));
        config.put("changePassword", NOT);
        config.put("sort", NOT);
        config.put("etag", NOT);
        config.put(
                "authenticationSchemes",
                List.of(Map.of(
                        "type", "oauthbearertoken",
                        "name", "Token of the directory",
                        "description", "Made on the page of users; opens nothing else")));
        return answer(config);
    }

    @GetMapping("/ResourceTypes")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> types() {
        return answer(list(type()));
    }

    @GetMapping("/ResourceTypes/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> type(@PathVariable String id) {
        return answer(known(type(), id));
    }

    @GetMapping("/Schemas")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> schemas() {
        return answer(list(schema()));
    }

    @GetMapping("/Schemas/{id}")
    @Right(value = Right.DIRECTORY, scope = Scope.NODES)
    ResponseEntity<Map<String, Object>> schema(@PathVariable String id) {
        return answer(known(schema(), id));
    }

    private static Map<String, Object> known(Map<String, Object> one, String id) {
        if (!id.equals(one.get("id"))) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return one;
    }

    private static Map<String, Object> type() {
        var type = new LinkedHashMap<String, Object>();
        type.put("schemas", List.of(CORE + "ResourceType"));
        type.put("id", "User");
        type.put("name", "User");
        type.put("endpoint", "/Users");
        type.put("schema", ScimUsersController.SCHEMA);
        return type;
    }

    /** No more than what is kept here: a directory need not send the rest. */
    private static Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("schemas", List.of(CORE + "Schema"));
        schema.put("id", ScimUsersController.SCHEMA);
        schema.put("name", "User");
        Map<String, Object> formatted = attribute("formatted", "string", false, "readWrite");
        var name = new LinkedHashMap<>(attribute("name", "complex", false, "readWrite"));
        name.put("subAttributes", List.of(formatted));
        schema.put(
                "attributes",
                List.of(
                        attribute("userName", "string", true, "immutable"),
                        attribute("displayName", "string", false, "readWrite"),
                        name,
                        attribute("active", "boolean", false, "readWrite")));
        return schema;
    }

    private static Map<String, Object> attribute(String name, String type, boolean required, String mutability) {
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put("name", name);
        attribute.put("type", type);
        attribute.put("multiValued", false);
        attribute.put("required", required);
        attribute.put("caseExact", false);
        attribute.put("mutability", mutability);
        attribute.put("returned", "default");
        attribute.put("uniqueness", required ? "server" : "none");
        return attribute;
    }

    private static Map<String, Object> list(Map<String, Object> one) {
        var list = new LinkedHashMap<String, Object>();
        list.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"));
        list.put("totalResults", 1);
        list.put("startIndex", 1);
        list.put("itemsPerPage", 1);
        list.put("Resources", List.of(one));
        return list;
    }

    private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> body) {
        return ResponseEntity.ok().contentType(ScimErrors.TYPE).body(body);
    }
}
