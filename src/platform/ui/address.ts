/** An address within the client in its parts, as the router wants them. */
export interface Address {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly hash: string | undefined;
}

/** "/mal/socialnamnden/x?ar=2027#indikatorer" in its parts. */
export function addressIn(href: string): Address {
  const url = new URL(href, "http://tillit.invalid");
  return {
    to: url.pathname,
    search: Object.fromEntries(url.searchParams),
    hash: url.hash ? url.hash.slice(1) : undefined,
  };
}

/** Search parameters are plain text both ways: "?ar=2027", never JSON. */
export const searchIn = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function searchText(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]) => [name, String(value)]);
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
