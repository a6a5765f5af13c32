package xindang.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1 (应答解析), as far as one that is asked to close the connection needs. */
final class HttpReply {

    private static final String BLANK = "\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:\\s*(\\d{1,9})\\s*\r\n");
    private static final Pattern CHUNKED = Pattern.compile("\r\ntransfer-encoding:[^\r]*chunked[^\r]*\r\n");

    private HttpReply() {}

    /** Whether all of it is there, one byte to a character. */
    static boolean isComplete(String read) {
        int end = read.indexOf(BLANK);
        if (end < 0) {
            return false;
        }
        String head = read.substring(0, end + 2).toLowerCase(Locale.ROOT);
        if (CHUNKED.matcher(head).find()) {
            return read.indexOf("\r\n0\r\n", end) >= 0;
        }
        Matcher length = LENGTH.matcher(head);
        return length.find() && read.length() - end - BLANK.length() >= Integer.parseInt(length.group(1));
    }

    /** The answer; what was cut off at its end is left out. */
    static SafePost.Reply of(byte[] bytes) throws IOException {
        String read = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher status = STATUS.matcher(read);
        int end = read.indexOf(BLANK);
        if (!status.find() || end < 0) {
            throw new IOException("no answer of HTTP");
        }
        boolean chunked = CHUNKED.matcher(read.substring(0, end + 2).toLowerCase(Locale.ROOT))
                .find();
        String body = read.substring(end + BLANK.length());
        byte[] text = (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1);
        return new SafePost.Reply(Integer.parseInt(status.group(1)), new String(text, StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        var body = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            Matcher size = Pattern.compile("^[0-9a-fA-F]{1,6}").matcher(line < 0 ? "" : chunks.substring(at, line));
            int length = size.find() ? Integer.parseInt(size.group(), 16) : 0;
            if (length == 0) {
                break;
            }
            int from = line + 2;
            int to = Math.min(chunks.length(), from + length);
            body.writeBytes(chunks.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
            at = to + 2;
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }
}
