package xindang.platform.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;

/** Writes papers as DOCX (输出为 DOCX), for those who go on working with them: headings have outline levels, so Word makes the contents. */
@Component
public class PaperWord {

    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;

    /** The bytes of the DOCX. */
    public byte[] write(Paper paper) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            page(document);
            XWPFParagraph title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            title.setSpacingAfter(300);
            run(title, paper.title(), 18);
            if (!paper.facts().isEmpty()) {
                table(
                        document,
                        paper.facts().stream()
                                .map(fact -> List.of(fact.name(), fact.text()))
                                .toList());
            }
            contents(document, paper);
            for (Paper.Section section : paper.sections()) {
                section(document, section);
            }
            foot(document, paper);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be written", e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
    }

    /** The contents as Word would make them, shown until somebody has them made anew. */
    private static void contents(XWPFDocument document, Paper paper) {
        XWPFParagraph head = document.createParagraph();
        head.setSpacingBefore(300);
        run(head, paper.word("目录", "Contents"), 13);
        XWPFParagraph contents = document.createParagraph();
        var field = contents.getCTP().addNewFldSimple();
        field.setInstr("TOC \\u \\h");
        List<Paper.Section> sections = paper.sections();
        for (int i = 0; i < sections.size(); i++) {
            var run = field.addNewR();
            run.addNewT().setStringValue(Paper.clean(sections.get(i).heading()));
            if (i < sections.size() - 1) {
                run.addNewBr();
            }
        }
    }

    private static void section(XWPFDocument document, Paper.Section section) {
        XWPFParagraph head = document.createParagraph();
        head.setSpacingBefore(300);
        head.setSpacingAfter(100);
        head.setKeepNext(true);
        outline(head.getCTP());
        run(head, section.heading(), 13);
        for (Paper.Paragraph paragraph : section.paragraphs()) {
            if (!paragraph.text().isEmpty()) {
                XWPFParagraph line = document.createParagraph();
                line.setSpacingAfter(60);
                run(line, paragraph.line(), 10);
            }
            if (paragraph.table() != null) {
                var rows = new ArrayList<List<String>>();
                rows.add(paragraph.table().head());
                rows.addAll(paragraph.table().rows());
                table(document, rows).getRow(0).setRepeatHeader(true);
                document.createParagraph().setSpacingAfter(0);
            }
        }
    }

    private static void outline(CTP paragraph) {
        CTDecimalNumber level = (paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr()).addNewOutlineLvl();
        level.setVal(BigInteger.ZERO);
    }

    private static XWPFTable table(XWPFDocument document, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
        table.setWidth("100%");
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
                XWPFParagraph cell = row.getCell(j).getParagraphs().getFirst();
                cell.setSpacingAfter(0);
                run(cell, rows.get(i).get(j), 9);
            }
        }
        return table;
    }

    private static void foot(XWPFDocument document, Paper paper) {
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        run(foot, paper.foot() + "  ", 8);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static void run(XWPFParagraph paragraph, String text, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(Paper.clean(text));
        run.setFontSize(size);
        run.setFontFamily("Noto Sans SC");
        run.setFontFamily("宋体", XWPFRun.FontCharRange.eastAsia);
    }
}
