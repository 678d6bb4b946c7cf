import pc from "picocolors";

/** A page for the terminal: headings stand out, code stays as it is; without colours the Markdown itself. */
export function renderMarkdown(page: string): string {
  if (!pc.isColorSupported) return page.endsWith("\n") ? page : `${page}\n`;
  let inCode = false;
  const lines = page
    .trimEnd()
    .split("\n")
    .map((line) => {
      if (line.startsWith("```")) {
        inCode = !inCode;
        return pc.dim(line);
      }
      if (inCode) return pc.cyan(line);
      if (/^#+ /.test(line)) return pc.bold(line.replace(/^#+ /, ""));
      return line.replace(/`([^`]+)`/g, (_, code: string) => pc.cyan(code)).replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => pc.bold(bold));
    });
  return `${lines.join("\n")}\n`;
}
