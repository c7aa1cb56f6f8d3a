import type { Day } from "../../kernel/day.ts";

/** Whose text it is: a person in a municipality. The same id in two municipalities is two people. */
export interface Whose {
  readonly municipality: string;
  readonly person: string;
}

/** When something was kept: the municipality's day, and the clock there ("14:03"). */
export interface KeptAt {
  readonly day: Day;
  readonly time: string;
}

/** What a browser keeps; `localStorage` has this shape. */
export type BrowserStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A person's own place in a browser, until the person signs out or, on a remembered computer, until it is stored or thrown away. */
export interface Keep {
  readonly person: string | undefined;
  read<T>(name: string): T | undefined;
  /** Nothing is kept of what is too large, or where the browser keeps nothing: the text is still on the screen. */
  write(name: string, value: unknown): void;
  forget(name: string): void;
  now(): KeptAt;
}

const OWN = "tillit.of.";
const REMEMBERED = "tillit.remembered";
/** The device's own, whoever uses it; all else goes when somebody signs out. */
const OF_THE_DEVICE: readonly string[] = ["tillit.language", "tillit.theme", REMEMBERED];
const MAX_KEPT = 1_000_000;
const MAX_REMEMBERED = 50;

const nameOf = ({ municipality, person }: Whose) =>
  `${encodeURIComponent(municipality)}/${encodeURIComponent(person)}`;
const prefixOf = (whose: Whose) => `${OWN}${nameOf(whose)}/`;

/** What a visitor writes is kept nowhere: it would meet the next one. */
export const nothingKept = (now: () => KeptAt): Keep => ({
  person: undefined,
  read: () => undefined,
  write: () => {},
  forget: () => {},
  now,
});

export function keepOf(whose: Whose, now: () => KeptAt, store: BrowserStore): Keep {
  const prefix = prefixOf(whose);
  return {
    person: whose.person,
    read<T>(name: string) {
      try {
        return (JSON.parse(store.getItem(prefix + name) ?? "null") as T | null) ?? undefined;
      } catch {
        // Cut off or not ours: as if there were nothing
        return undefined;
      }
    },
    write(name, value) {
      const text = JSON.stringify(value);
      if (text.length > MAX_KEPT) return;
      try {
        store.setItem(prefix + name, text);
      } catch {
        // A full or forbidden store: the text is still on the screen
      }
    },
    forget: (name) => store.removeItem(prefix + name),
    now,
  };
}

/** Whether the person has chosen that this computer remembers: what is not yet stored is then left when they sign out. */
export const isRemembered = (whose: Whose, store: BrowserStore): boolean =>
  rememberedIn(store).includes(nameOf(whose));

export function remember(whose: Whose, wanted: boolean, store: BrowserStore): void {
  const others = rememberedIn(store).filter((name) => name !== nameOf(whose));
  const names = wanted ? [...others, nameOf(whose)].slice(-MAX_REMEMBERED) : others;
  if (names.length === 0) store.removeItem(REMEMBERED);
  else store.setItem(REMEMBERED, JSON.stringify(names));
}

/** Somebody has signed out: of a person nothing is left, but for those whom the computer remembers. */
export function clearAtSignOut(store: BrowserStore): void {
  const remembered = rememberedIn(store).map((name) => `${OWN}${name}/`);
  for (const key of ours(store))
    if (!OF_THE_DEVICE.includes(key) && !remembered.some((prefix) => key.startsWith(prefix)))
      store.removeItem(key);
}

/** Somebody is here: what others have left without signing out goes, but for those whom the computer remembers. */
export function clearOthers(whose: Whose, store: BrowserStore): void {
  const kept = [nameOf(whose), ...rememberedIn(store)].map((name) => `${OWN}${name}/`);
  for (const key of ours(store))
    if (key.startsWith(OWN) && !kept.some((prefix) => key.startsWith(prefix))) store.removeItem(key);
  clearNobodys(store);
}

/** Text that was once kept without saying whose: nobody can be offered it. */
export function clearNobodys(store: BrowserStore): void {
  for (const key of ours(store)) if (/^tillit\.(draft|kept)\./.test(key)) store.removeItem(key);
}

/** How much the person has here that is not stored: texts, not where the person was in a document. */
export const countKept = (whose: Whose, store: BrowserStore): number =>
  ours(store).filter((key) => key.startsWith(prefixOf(whose)) && !key.startsWith(prefixOf(whose) + PLACE))
    .length;

const PLACE = "place.";
/** The name of where somebody was in a document the last time. */
export const placeName = (document: string): string => PLACE + document;

/** Who was here the last time the server answered; nobody once somebody has signed out, or is asked to sign in again. */
const READER = "tillit.reader";

export function sayReader(whose: Whose | undefined, store: BrowserStore): void {
  if (whose)
    store.setItem(READER, JSON.stringify({ municipality: whose.municipality, person: whose.person }));
  else store.removeItem(READER);
}

export function lastReader(store: BrowserStore): Whose | undefined {
  try {
    const last = JSON.parse(store.getItem(READER) ?? "null") as Partial<Whose> | null;
    return typeof last?.municipality === "string" && typeof last.person === "string"
      ? { municipality: last.municipality, person: last.person }
      : undefined;
  } catch {
    return undefined;
  }
}

const ours = (store: BrowserStore): string[] =>
  Array.from({ length: store.length }, (_, i) => store.key(i) ?? "").filter((key) =>
    key.startsWith("tillit."),
  );

function rememberedIn(store: BrowserStore): readonly string[] {
  try {
    const names: unknown = JSON.parse(store.getItem(REMEMBERED) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}
