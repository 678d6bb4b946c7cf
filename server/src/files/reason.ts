/** Why a file could not be read or written, in plain words. */
export function reasonOf(error: unknown, missing = "There is no such file."): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "You have no permission for this file.";
    case "EISDIR":
      return "This is a folder.";
    case "ENOENT":
    case "ENOTDIR":
      return missing;
    case "ELOOP":
      return "This link leads to itself.";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
