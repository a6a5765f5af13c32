package xindang.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.Requirement;

/**
 * Trees and proofs that others have published, where they are at hand; {@code FrontierTest} and {@code ProofsTest} do the
 * same with trees of our own and the recursive definition.
 */
@Tag("external")
final class PublishedVectorsTest {

    private static final HashFunction FUNCTION = HashFunction.SHA_256;

    @Test
    @Requirement("SEC-09")
    void roots_and_paths_of_certificate_transparency() {
        JsonNode file = read("merkle_rfc6962_roots.json");
        var tree = new StoredTree(FUNCTION);
        List<String> roots = new ArrayList<>();
        roots.add(hex(tree.frontier().root()));
        file.get("leaf_inputs_hex").forEach(leaf -> {
            tree.append(FUNCTION.leaf(HexFormat.of().parseHex(leaf.asString())));
            roots.add(hex(tree.frontier().root()));
        });
        assertThat(roots).hasSize(9);
        for (int size = 0; size < roots.size(); size++) {
            assertThat(roots.get(size))
                    .isEqualTo(file.get("root_by_leaf_count").get(size + "").asString());
        }
        assertThat(file.get("inclusion_paths_leaf_is_1_based")).isNotEmpty().allSatisfy(path -> {
            InclusionProof proof = tree.proofs()
                    .inclusion(path.get("leaf").asLong() - 1, path.get("size").asLong());
            assertThat(proof.path().stream().map(PublishedVectorsTest::hex).toList())
                    .isEqualTo(path.get("path")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        });
    }

    @Test
    @Requirement("SEC-09")
    void ninety_eight_cases_of_inclusion_are_judged_as_published() {
        JsonNode cases = read("merkle_inclusion_cases.json").get("cases");
        assertThat(cases)
                .hasSize(98)
                .allSatisfy(one -> assertThat(proves(one))
                        .as(one.get("case").asString())
                        .isEqualTo(!one.get("wantErr").asBoolean()));
    }

    private static boolean proves(JsonNode one) {
        List<Hash> path = new ArrayList<>();
        try {
            one.get("proof").forEach(hash -> path.add(hash(hash)));
            // Indexes of the cases are unsigned; one beyond ours becomes negative, which is no index either.
            return new InclusionProof(
                            one.get("leafIdx").bigIntegerValue().longValue(),
                            one.get("treeSize").bigIntegerValue().longValue(),
                            path)
                    .proves(FUNCTION, hash(one.get("leafHash")), hash(one.get("root")));
        } catch (IllegalArgumentException notAHash) {
            return false;
        }
    }

    private static Hash hash(JsonNode text) {
        return Hash.of(Base64.getDecoder().decode(text.asString()));
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static JsonNode read(String name) {
        String folder = System.getenv("XINDANG_TEST_DATA");
        assumeTrue(folder != null, "XINDANG_TEST_DATA is not set");
        return JsonMapper.shared()
                .readTree(
                        Path.of(String.valueOf(folder), "worked_examples", name).toFile());
    }
}
