/**
 * Whether an address of the client has a page: its path against the registered ones, where a part that begins with a dollar
 * sign stands for anything. Addresses outside the client always count.
 */
export function pageExists(paths: readonly string[], href: string): boolean {
  if (!href.startsWith("/") || href.startsWith("/api/")) return true;
  const parts = partsOf(href.split(/[?#]/, 1)[0] as string);
  return paths.some((path) => {
    const pattern = partsOf(path);
    return (
      pattern.length === parts.length &&
      pattern.every((part, at) => part.startsWith("$") || part === parts[at])
    );
  });
}

const partsOf = (path: string): string[] => path.split("/").filter(Boolean);
