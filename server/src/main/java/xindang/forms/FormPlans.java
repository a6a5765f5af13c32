package xindang.forms;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import xindang.engine.decision.Sha256;
import xindang.format.FormFile;

/** Compiled forms, the last used kept (表单编译缓存): compiling takes some milliseconds for each expression. */
@Component
class FormPlans {

    private static final int MOST = 100;

    private final Map<String, FormPlan> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FormPlan> eldest) {
            return size() > MOST;
        }
    };

    /** The plan of a definition that was published, and is therefore sound. */
    FormPlan of(String definition) {
        String key = Sha256.hex(definition);
        synchronized (kept) {
            FormPlan known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        FormPlan plan = compiled(definition);
        synchronized (kept) {
            kept.put(key, plan);
        }
        return plan;
    }

    private static FormPlan compiled(String definition) {
        var read = FormFile.read("definition", definition.getBytes(StandardCharsets.UTF_8));
        return switch (FormCompiler.compile(read.form())) {
            case FormCompiler.Planned.Sound(FormPlan plan) -> plan;
            case FormCompiler.Planned.Unsound(var findings) ->
                throw new IllegalStateException("a published form is unsound: " + findings);
        };
    }
}
