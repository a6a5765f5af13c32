package xindang.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.gates.Requirement;
import xindang.proof.tree.HashFunction;

/** Checkpoints as signed notes, and the keys that sign them. */
final class CheckpointTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "example.com/xindang",
            1234,
            HashFunction.SHA_256.empty(),
            HashFunction.SHA_256,
            7,
            Instant.parse("2026-11-22T09:50:51.123456789Z"));

    @Test
    void a_checkpoint_is_six_lines_of_text() {
        assertThat(CHECKPOINT.text()).isEqualTo("""
                        example.com/xindang
                        1234
                        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                        hash sha-256
                        number 7
                        time 2026-11-22T09:50:51.123456Z
                        """);
        assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("SEC-09")
    void a_signed_checkpoint_is_accepted_with_its_key_only(SignatureAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm, RANDOM);
        SignedCheckpoint signed =
                SignedCheckpoint.parse(new Signer(List.of(key)).sign(CHECKPOINT).text());
        assertThat(signed.checkpoint()).isEqualTo(CHECKPOINT);
        assertThat(signed.text()).contains("\n\n— example.com/xindang ");
        assertThat(new Verifier(List.of(key.verifyingKey())).accepts(signed)).isTrue();
        VerifyingKey other = SigningKey.generate(algorithm, RANDOM).verifyingKey();
        assertThat(new Verifier(List.of(other)).accepts(signed)).isFalse();
        assertThat(new Verifier(List.of(other, key.verifyingKey())).accepts(signed))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("SEC-09")
    void every_flipped_bit_of_message_and_signature_is_refused(SignatureAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm, RANDOM);
        byte[] message = CHECKPOINT.text().getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(message);
        assertThat(key.verifyingKey().verifies(message, signature)).isTrue();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            assertThat(key.verifyingKey().verifies(message, flipped(signature, bit)))
                    .as("bit %d of the signature", bit)
                    .isFalse();
        }
        for (int bit = 0; bit < message.length * 8; bit += 7) {
            assertThat(key.verifyingKey().verifies(flipped(message, bit), signature))
                    .as("bit %d of the message", bit)
                    .isFalse();
        }
        assertThat(key.verifyingKey().verifies(message, new byte[0])).isFalse();
    }

    @Test
    void while_keys_change_two_signatures_stand_below_and_either_is_enough() {
        SigningKey old = SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM);
        SigningKey young = SigningKey.generate(SignatureAlgorithm.SM2, RANDOM);
        SignedCheckpoint signed = new Signer(List.of(old, young)).sign(CHECKPOINT);
        for (SigningKey key : List.of(old, young)) {
            assertThat(new Verifier(List.of(key.verifyingKey())).accepts(signed))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_are_written_to_pem_and_read_back(SignatureAlgorithm algorithm) throws KeyFormatException {
        SigningKey key = SigningKey.generate(algorithm, RANDOM);
        SigningKey read = SigningKey.readPem(key.pem());
        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(read.pem()).isEqualTo(key.pem());
        assertThat(read.verifyingKey()).isEqualTo(key.verifyingKey());
        assertThat(VerifyingKey.readPem(key.verifyingKey().pem())).isEqualTo(key.verifyingKey());
        assertThat(VerifyingKey.readPem(key.verifyingKey().pem().replace("\n", "\r\n")))
                .isEqualTo(key.verifyingKey());
        byte[] message = {1, 2, 3};
        assertThat(key.verifyingKey().verifies(message, read.sign(message))).isTrue();
        assertThat(key.toString()).doesNotContain("BEGIN");
    }

    /** RFC 8032 section 7.1, test 2, as PKCS#8: the public half and the signature are the published ones. */
    @Test
    void an_ed25519_key_of_the_standard_gives_its_published_signature() throws KeyFormatException {
        byte[] der = HexFormat.of()
                .parseHex(
                        "302e020100300506032b6570042204204ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        SigningKey key = SigningKey.readPem(Pem.text(Pem.PRIVATE, der));
        assertThat(HexFormat.of().formatHex(key.verifyingKey().typed()))
                .isEqualTo("013d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    static Stream<String> noKeys() throws GeneralSecurityException {
        String pem = SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM)
                .verifyingKey()
                .pem();
        return Stream.of(
                "",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
                pem + pem,
                pem.replace("MCow", "MCox"),
                pem.substring(0, 60) + "!" + pem.substring(61),
                "x".repeat(20_000),
                Pem.text(Pem.PUBLIC, otherCurve().getPublic().getEncoded()),
                Pem.text(Pem.PRIVATE, otherCurve().getPrivate().getEncoded()));
    }

    /** P-256 names the same algorithm as SM2 does, with another curve. */
    private static KeyPair otherCurve() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void what_is_no_key_of_ours_is_refused(String text) {
        assertThatThrownBy(() -> VerifyingKey.readPem(text)).isInstanceOf(KeyFormatException.class);
        assertThatThrownBy(() -> SigningKey.readPem(text)).isInstanceOf(KeyFormatException.class);
    }

    static Stream<String> noCheckpoints() {
        String text = new Signer(List.of(SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM)))
                .sign(CHECKPOINT)
                .text();
        return Stream.of(
                "",
                "\n\n",
                text.strip(),
                text + "\n",
                text + "— \n",
                text.replace("\n1234\n", "\n01234\n"),
                text.replace("\n1234\n", "\n-1\n"),
                text.replace("\n1234\n", "\n99999999999999999999\n"),
                text.replace("sha-256", "sha-1"),
                text.replace("number 7", "number 0"),
                text.replace("number 7\n", ""),
                text.replace("51.123456Z", "51.123Z"),
                text.replace("2026", "1026"),
                text.replace("example.com/xindang", "example com"),
                text.replace("\n", "\r\n"),
                text + text.substring(text.indexOf('—')).repeat(20),
                "x".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("noCheckpoints")
    void what_is_no_checkpoint_in_canonical_form_is_refused(String text) {
        assertThatThrownBy(() -> SignedCheckpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }
}
