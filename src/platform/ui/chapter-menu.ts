import type { Language } from "../../kernel/format.ts";

export type Names = Readonly<Record<Language, string>>;

/** Whose a page is: the chosen body's (its committee, board or company), the same or else the group's, or always one's. */
export type Whose = "chosen" | "chosen-or-group" | "executive" | "council";

/** A page as it stands in its chapter's menu and is found by its name. */
export interface MenuPage {
  /** "$body" and "$year" are filled in by what is looked at. */
  readonly address: string;
  readonly names: Names;
  /** Other words that people look for it by. */
  readonly also?: Names;
  /** Who "$body" is. Where nobody is, the page is not shown. */
  readonly whose?: Whose;
  /** The kinds of body that have such a page; left out: all. */
  readonly bodies?: readonly string[];
  /** Who it is shown to; left out: everybody. What the council lets someone do is an action. */
  readonly to?: "signed-in" | { readonly council: string };
  /** It is found by its name and does not stand in the menu: it is linked from where it belongs. */
  readonly aside?: true;
}

/** A chapter's one declaration of its pages: the menu and the search are read from it. */
export interface ChapterMenu {
  readonly id: string;
  /** The chapter's first page. */
  readonly path: string;
  readonly names: Names;
  readonly also?: Names;
  readonly cite: string;
  /** In the order that they are shown, the first page first. */
  readonly pages: readonly MenuPage[];
}

/** What is looked at, which the addresses are filled in by. */
export interface LookedAtNow {
  readonly year: number;
  readonly body: Readonly<Record<Whose, { readonly id: string; readonly kind: string } | undefined>>;
}

/** A page's address for what is looked at; undefined where nobody has such a page. */
export function addressNow(
  { address, whose, bodies }: MenuPage,
  { year, body }: LookedAtNow,
): string | undefined {
  const of = whose && body[whose];
  if (whose && (!of || (bodies && !bodies.includes(of.kind)))) return undefined;
  return address.replace("$body", of?.id ?? "").replace("$year", String(year));
}

/** The address that one is at, of several: the same one, or else the one that lies closest above. */
export function presentOf(addresses: readonly string[], path: string): string | undefined {
  const plain = (address: string) => address.replace(/[?#].*$/, "");
  return addresses
    .filter((address) => plain(address) === address && (path === address || path.startsWith(`${address}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
