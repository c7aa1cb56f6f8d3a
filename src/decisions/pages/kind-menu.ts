import type { MenuPage, Whose } from "../../platform/ui/chapter-menu.ts";
import type { KindOfMatter } from "../rules/kind.ts";

/** The page where a kind of matter is written, and read by those who don't write it, as it stands in a chapter's menu. */
export const kindInMenu = (
  { kind, names, bodies, address }: KindOfMatter & { readonly address: { readonly write: string } },
  whose: Whose,
  more: Pick<MenuPage, "also" | "to" | "aside"> = {},
): MenuPage => ({ address: address.write.replace("$kind", kind), names, bodies, whose, ...more });
