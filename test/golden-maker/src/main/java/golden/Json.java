package golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes maps, lists, strings, numbers and arrays as JSON; numbers with 9 significant digits. */
final class Json {

    static String write(Object o) {
        StringBuilder b = new StringBuilder();
        write(o, b, 0);
        return b.append('\n').toString();
    }

    static String number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) return "null";
        if (d == 0) return "0";
        BigDecimal r = new BigDecimal(d).round(new MathContext(9)).stripTrailingZeros();
        return Math.abs(d) < 1e-4 || Math.abs(d) >= 1e15 ? r.toString() : r.toPlainString();
    }

    private static void write(Object o, StringBuilder b, int depth) {
        if (o == null) b.append("null");
        else if (o instanceof Map<?, ?> m) object(m, b, depth);
        else if (o instanceof List<?> l) list(l, b, depth);
        else if (o instanceof INDArray a) array(a, b);
        else if (o instanceof Integer || o instanceof Long || o instanceof Boolean) b.append(o);
        else if (o instanceof Number n) b.append(number(n.doubleValue()));
        else string(o.toString(), b);
    }

    private static void object(Map<?, ?> m, StringBuilder b, int depth) {
        boolean open = depth < 3 && m.values().stream().anyMatch(v -> v instanceof Map || v instanceof List || v instanceof INDArray);
        b.append('{');
        String sep = "";
        for (Map.Entry<?, ?> e : m.entrySet()) {
            b.append(sep);
            if (open) indent(b, depth + 1);
            string(e.getKey().toString(), b);
            b.append(":");
            write(e.getValue(), b, depth + 1);
            sep = ",";
        }
        if (open) indent(b, depth);
        b.append('}');
    }

    private static void list(List<?> l, StringBuilder b, int depth) {
        boolean open = depth < 4 && l.stream().anyMatch(v -> v instanceof Map);
        b.append('[');
        String sep = "";
        for (Object v : l) {
            b.append(sep);
            if (open) indent(b, depth + 1);
            write(v, b, depth + 1);
            sep = ",";
        }
        if (open) indent(b, depth);
        b.append(']');
    }

    private static void indent(StringBuilder b, int depth) { b.append('\n').append(" ".repeat(depth)); }

    private static void array(INDArray a, StringBuilder b) {
        b.append("{\"shape\":[");
        for (int i = 0; i < a.rank(); i++) b.append(i > 0 ? "," : "").append(a.size(i));
        b.append("],\"values\":[");
        double[] v = flat(a);
        for (int i = 0; i < v.length; i++) b.append(i > 0 ? "," : "").append(number(v[i]));
        b.append("]}");
    }

    /** Values in row-major order of the array's shape, whatever its memory order is. */
    static double[] flat(INDArray a) { return a.castTo(DataType.DOUBLE).dup('c').data().asDouble(); }

    private static void string(String s, StringBuilder b) {
        b.append('"');
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') b.append('\\').append(c);
            else if (c == '\n') b.append("\\n");
            else if (c < 32) b.append(' ');
            else b.append(c);
        }
        b.append('"');
    }
}
