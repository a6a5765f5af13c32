package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** How a person looks after the own account, from the first sign-in on. */
@ExtendWith(Browser.Supply.class)
class AccountBrowserTest {

    private static final String ADMIN_PASSWORD = "a long sentence of my own";
    private static final String FIRST = "a first word to begin with";
    private static final String OWN = "seven grey geese over Kashgar";

    @TempDir
    private Path folder;

    @BrowserTest
    @Requirement("SEC-08")
    void a_newcomer_chooses_a_password_then_a_code_then_a_passkey(Browser browser) throws Exception {
        try (ServerProcess server = ServerProcess.ready(folder.resolve("data"));
                BrowserWindow window = browser.open(Screen.DESK)) {
            Page page = window.page();
            // Passkeys are bound to a name; an address of numbers has none.
            String base = server.address().toString().replace("127.0.0.1", "localhost");
            setUp(page, base, server.setupCode());
            addNewcomer(page, base);
            signOut(page);
            enter(page, "newcomer", FIRST);
            page.locator("#new-password").fill(OWN);
            submit(page);
            page.locator("#main").waitFor();
            page.navigate(base + "/account");
            Screen.settle(page);
            window.forgetErrors();
            Screen.mustBeGood(window, "account", Screen.DESK);
            byte[] secret = enableCodes(page);
            virtualDevice(page);
            addPasskey(page);
            makeToken(page);
            window.forgetErrors();
            Screen.mustBeGood(window, "account-full", Screen.DESK);
            signOut(page);
            signInByCode(page, secret);
            signOut(page);
            button(page, "用通行密钥登录").click();
            page.locator("#main").waitFor();
            page.navigate(base + "/account");
            page.getByText("本设备").waitFor();
            assertThat(page.getByText("newcomer").count()).isPositive();
        }
    }

    private static void setUp(Page page, String base, String code) {
        page.navigate(base + "/setup");
        page.locator("#code").fill(code);
        page.locator("#company").fill("恒信示范集团");
        page.locator("#name").fill("管理员");
        page.locator("#login").fill("admin");
        page.locator("#password").fill(ADMIN_PASSWORD);
        submit(page);
        page.locator("#main").waitFor();
    }

    private static void addNewcomer(Page page, String base) {
        page.navigate(base + "/identity");
        button(page, "新建用户").click();
        page.locator("#user-login").fill("newcomer");
        page.locator("#user-name").fill("新人");
        page.locator("#user-form select").first().selectOption(new SelectOption().setIndex(0));
        page.locator("#user-form select").nth(1).selectOption(new SelectOption().setLabel("信用经理（信用管理部门）"));
        page.locator("#user-password").fill(FIRST);
        page.locator("button[form=user-form]").click();
        page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("newcomer"))
                .waitFor();
    }

    private static byte[] enableCodes(Page page) throws GeneralSecurityException {
        button(page, "启用动态口令").click();
        page.locator("#again-password").fill(OWN);
        button(page, "启用动态口令").click();
        page.locator("svg.qr").waitFor();
        byte[] secret = decoded(page.locator("form .copy").textContent().strip());
        page.locator("#confirm-code").fill(code(secret));
        button(page, "确认启用").click();
        page.locator(".codes li").first().waitFor();
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
        button(page, "已保存").click();
        return secret;
    }

    /** A device with a finger that always fits, as Chromium makes one for tests. */
    private static void virtualDevice(Page page) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private static void addPasskey(Page page) {
        button(page, "添加通行密钥").click();
        page.locator("#passkey-name").fill("我的电脑");
        page.locator("#passkey-password").fill(OWN);
        button(page, "在设备上创建").click();
        page.locator(".keys li").getByText("我的电脑").waitFor();
    }

    private static void makeToken(Page page) {
        button(page, "新建令牌").click();
        page.locator("#token-name").fill("夜间接口");
        page.locator("#token-until")
                .fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString());
        page.getByLabel("查看应收").check();
        page.locator("#token-password").fill(OWN);
        button(page, "生成").click();
        Locator secret = page.locator("section:has(#account-tokens) .copy");
        secret.waitFor();
        assertThat(secret.textContent()).startsWith("xdt_");
        button(page, "已复制").click();
    }

    /** Each code counts once, and one of the present half minute was used to confirm. */
    private static void signInByCode(Page page, byte[] secret) throws GeneralSecurityException {
        enter(page, "newcomer", OWN);
        page.locator("#code").fill(code(secret, 1));
        submit(page);
        page.locator("#main").waitFor();
    }

    private static void enter(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("button[type=submit]").click();
    }

    private static void signOut(Page page) {
        page.locator("header .tools button").last().click();
        page.getByText("退出登录").click();
        page.waitForURL("**/sign-in**");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String code(byte[] secret) throws GeneralSecurityException {
        return code(secret, 0);
    }

    /** RFC 6238 by hand, so that the server is not asked what it expects. */
    private static String code(byte[] secret, int ahead) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        long step = Instant.now().getEpochSecond() / 30 + ahead;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xF) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        for (int i = 0; i < base32.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
