import { describe, expect, test } from "vitest";
import {
  type BrowserStore,
  clearAtSignOut,
  clearOthers,
  countKept,
  keepOf,
  lastReader,
  placeName,
  remember,
  sayReader,
} from "./kept.ts";

/** A browser's store, as the standard has it. */
function browser(begin: Readonly<Record<string, string>> = {}): BrowserStore & { all(): string[] } {
  const held = new Map(Object.entries(begin));
  return {
    get length() {
      return held.size;
    },
    key: (i) => [...held.keys()][i] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
    all: () => [...held.keys()].sort(),
  };
}

const anna = { municipality: "1277", person: "anna" };
const bo = { municipality: "1277", person: "bo" };
const now = () => ({ day: "2028-05-15", time: "14:03" }) as const;
const text = { mine: "Fler barn läser." };

describe("T-7: what is written belongs to who wrote it", () => {
  test("one person's text is never another's, nor that of the same id in another municipality", () => {
    const store = browser();
    keepOf(anna, now, store).write("draft", text);
    expect(keepOf(anna, now, store).read("draft")).toEqual(text);
    expect(keepOf(bo, now, store).read("draft")).toBeUndefined();
    expect(keepOf({ ...anna, municipality: "1278" }, now, store).read("draft")).toBeUndefined();
    expect(keepOf({ municipality: "1277/anna", person: "" }, now, store).read("draft")).toBeUndefined();
  });

  test("after sign-out nothing of a person is left; language and theme are the device's own", () => {
    const store = browser({
      "tillit.language": "en",
      "tillit.theme": "dark",
      "tillit.choice": '{"body":"socialnamnden"}',
      "tillit.today": "2028-05-01",
      "tillit.draft./follow-up socialnamnden 2028": "{}",
      "tillit.kept.lesson": "{}",
      "another.program": "its own",
    });
    keepOf(anna, now, store).write("draft", text);
    clearAtSignOut(store);
    expect(store.all()).toEqual(["another.program", "tillit.language", "tillit.theme"]);
  });

  test("where the computer remembers a person, that person's text alone is left, and only for them", () => {
    const store = browser();
    keepOf(anna, now, store).write("draft", text);
    keepOf(bo, now, store).write("draft", { mine: "Annat" });
    remember(anna, true, store);
    clearAtSignOut(store);
    expect(keepOf(anna, now, store).read("draft")).toEqual(text);
    expect(countKept(bo, store)).toBe(0);
    clearOthers(bo, store);
    expect(countKept(anna, store)).toBe(1);
    keepOf(anna, now, store).write(placeName("budget 2028"), { anchor: "mal" });
    expect(countKept(anna, store)).toBe(1);
    remember(anna, false, store);
    clearAtSignOut(store);
    expect(store.all()).toEqual([]);
  });

  test("who was here last is known without a connection, until somebody has signed out", () => {
    const store = browser();
    expect(lastReader(store)).toBeUndefined();
    sayReader(anna, store);
    expect(lastReader(store)).toEqual(anna);
    clearAtSignOut(store);
    expect(lastReader(store)).toBeUndefined();
    sayReader(bo, store);
    sayReader(undefined, store);
    expect(lastReader(store)).toBeUndefined();
    expect(lastReader(browser({ "tillit.reader": "{cut" }))).toBeUndefined();
    expect(lastReader(browser({ "tillit.reader": '{"person":"bo"}' }))).toBeUndefined();
  });

  test("who comes after one that never signed out finds nothing of theirs, nor what was kept without a name", () => {
    const store = browser({ "tillit.draft./follow-up socialnamnden 2028": "{}", "tillit.kept.lesson": "{}" });
    keepOf(anna, now, store).write("draft", text);
    keepOf(bo, now, store).write("draft", text);
    clearOthers(bo, store);
    expect([countKept(anna, store), countKept(bo, store)]).toEqual([0, 1]);
    expect(store.all()).toHaveLength(1);
  });

  test("what is cut off or not ours is as if there were nothing, and a full store loses nothing on the screen", () => {
    const store = browser({ "tillit.of.1277/anna/draft": "{cut", "tillit.remembered": '"x"' });
    expect(keepOf(anna, now, store).read("draft")).toBeUndefined();
    clearAtSignOut(store);
    const full: BrowserStore = {
      ...store,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    expect(() => keepOf(anna, now, full).write("draft", text)).not.toThrow();
  });
});
