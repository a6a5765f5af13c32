package xindang.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messengers whose groups have bots (群机器人种类), with the form of message, signature and answer that each has. */
public enum BotKind {
    /** WeCom (企业微信): signs nothing, the key stands in the address. */
    WECOM,
    /** DingTalk (钉钉): the signature is part of the address. */
    DINGTALK,
    /** Feishu (飞书), abroad Lark: the signature is part of the message. */
    FEISHU;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As interface and tables write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code. */
    public static BotKind of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of bot: " + code));
    }

    /** Where their bots live. */
    List<String> hosts() {
        return switch (this) {
            case WECOM -> List.of("qyapi.weixin.qq.com");
            case DINGTALK -> List.of("oapi.dingtalk.com");
            case FEISHU -> List.of("open.feishu.cn", "open.larksuite.com");
        };
    }

    /** The address to call now. */
    String address(String address, @Nullable String secret, Instant now) {
        if (this != DINGTALK || secret == null) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + "timestamp=" + now.toEpochMilli() + "&sign="
                + Signatures.ofDingTalk(secret, now);
    }

    /** The message as JSON. */
    String message(String text, @Nullable String secret, Instant now) {
        var message = new LinkedHashMap<String, Object>();
        if (this == FEISHU) {
            if (secret != null) {
                message.put("timestamp", String.valueOf(now.getEpochSecond()));
                message.put("sign", Signatures.ofFeishu(secret, now));
            }
            message.put("msg_type", "text");
            message.put("content", Map.of("text", text));
        } else {
            message.put("msgtype", "text");
            message.put("text", Map.of("content", text));
        }
        return JSON.writeValueAsString(message);
    }

    /** Why an answer means that nothing was posted, though its status is 200; null if it was. */
    @Nullable
    String fault(String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException e) {
            return "no answer in JSON";
        }
        String field = this == FEISHU ? (answer.has("code") ? "code" : "StatusCode") : "errcode";
        JsonNode code = answer.path(field);
        if (code.isIntegralNumber() && code.asLong() == 0) {
            return null;
        }
        String told = answer.path(this == FEISHU ? "msg" : "errmsg").asString("");
        return field + " " + (code.isIntegralNumber() ? code.asLong() : "missing") + " " + told;
    }
}
