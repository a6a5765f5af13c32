package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** Documents on a customer's page, page by page, and the numbers they got. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class DocumentsBrowserTest {

    /** A square of each page's colour in its middle. */
    private static final List<String> COLOURS = List.of("1 0 0", "0 1 0", "0 0 1");

    private static final String MIDDLE = """
            () => { const canvas = document.querySelector('canvas'); if (canvas === null || canvas.width === 0) return '';
            return [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].join() }""";

    private static byte[] pdf() {
        var objects = new ArrayList<String>();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Count 3/Kids[3 0 R 5 0 R 7 0 R]>>");
        for (int i = 0; i < COLOURS.size(); i++) {
            String drawn = COLOURS.get(i) + " rg 50 50 100 100 re f";
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents " + (4 + 2 * i) + " 0 R>>");
            objects.add("<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream");
        }
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(text.length()));
            text.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
        }
        int table = text.length();
        int size = objects.size() + 1;
        text.append("xref\n0 %d\n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(size, places, size, table));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void awaitMiddle(Page page, String colour) {
        page.waitForFunction("() => (" + MIDDLE + ")() === '" + colour + "'");
    }

    private static String customer(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/customerfile", WalkedServer.MANAGER)) {
            return window.page().locator("a[href^='/customerfile/']").first().getAttribute("href");
        }
    }

    @BrowserTest
    @Requirement({"DOC-19", "SEC-03", "NUM-03"})
    void a_pdf_is_stored_turned_page_by_page_and_numbered_without_a_gap(Browser browser, WalkedServer server) {
        String address = customer(browser, server) + "/documents";
        try (BrowserWindow window = server.open(browser, Screen.DESK, address, WalkedServer.MANAGER)) {
            Page page = window.page();
            page.locator("input[type=file]").setInputFiles(new FilePayload("营业执照.pdf", "application/pdf", pdf()));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看 营业执照.pdf"))
                    .waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "documents", Screen.DESK);
            press(page, "查看 营业执照.pdf");
            page.getByText("第 1 页，共 3 页").waitFor();
            awaitMiddle(page, "255,0,0,255");
            page.locator(".sheet").press("PageDown");
            awaitMiddle(page, "0,255,0,255");
            page.locator(".sheet").press("End");
            awaitMiddle(page, "0,0,255,255");
            page.locator(".sheet").press("Home");
            awaitMiddle(page, "255,0,0,255");
            page.locator(".sheet").press("+");
            page.getByText("125%").waitFor();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("下载第 1 版"))
                            .count())
                    .isEqualTo(1);
            Screen.settle(page);
            Screen.mustBeGood(window, "document-viewer", Screen.DESK);
        }
        numbers(browser, server);
    }

    private static void numbers(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/settings/numbers", WalkedServer.ADMIN)) {
            Page page = window.page();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("修改函件的编号规则").setExact(true))
                    .click();
            page.locator("#number-pattern").fill("浙信〔{yyyy}〕{serial:3}号");
            page.getByText("〕001号").first().waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "number-rule", Screen.DESK);
            page.locator("#number-pattern").fill("浙信〔{yyyy}〕号");
            page.getByText("缺少流水号").first().waitFor();
            window.forgetErrors();
        }
    }
}
