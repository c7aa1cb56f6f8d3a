import { pages } from "./pages.ts";

/** The model's chapters in its order; `text` is the key of the entry's name. */
const ENTRIES = [
  { path: "/", text: "wheel", cite: "§2.4" },
  { path: "/mal", text: "goals", cite: "§2.1" },
  { path: "/ekonomi", text: "economy", cite: "§2.2" },
  { path: "/kontroll", text: "control", cite: "§2.3" },
  { path: "/uppfoljning", text: "follow-up", cite: "§2.5" },
  { path: "/analys", text: "analysis", cite: "§2.6" },
  { path: "/beslut", text: "decisions", cite: "§3" },
  { path: "/dokument", text: "documents", cite: "§3.3" },
] as const;
export type MenuEntry = (typeof ENTRIES)[number];

/** Only pages that exist are in the menu. */
export const menu: readonly MenuEntry[] = ENTRIES.filter((entry) =>
  pages.some((page) => page.path === entry.path),
);

/** The chapter that an address lies in. */
export const entryOf = (pathname: string): MenuEntry | undefined =>
  menu.find((entry) =>
    entry.path === "/" ? pathname === "/" : pathname === entry.path || pathname.startsWith(`${entry.path}/`),
  );
