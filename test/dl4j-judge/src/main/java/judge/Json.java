package judge;

/** The little JSON that the judge writes itself. */
final class Json {
    static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private Json() {}
}
