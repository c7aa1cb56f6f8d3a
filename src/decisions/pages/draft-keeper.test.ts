import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem, NOT_OURS, UNREACHABLE } from "../../platform/ui/api.ts";
import { draftKeeper, type Kept, newer, type Stored } from "./draft-keeper.ts";

interface Text {
  readonly effect: string;
  readonly staff?: string;
}
type Version = Stored<Text, number>;

const problem = (status: number, code: string) =>
  new ApiProblem({ title: code, status, detail: code, code, instance: "" });

/** A server that holds one text and locks it optimistically, and a browser's own store. */
function world(start: Text | undefined) {
  let revision = start ? 1 : 0;
  let held = start;
  let kept: readonly Kept<Text>[] = [];
  const state = { online: true, gateway: false, forbidden: false, saves: [] as Text[], looks: 0 };
  const stored = (): Version => ({ content: held as Text, etag: `"v1r${revision}"`, view: revision });
  const ports = {
    save: async (content: Text, etag: string) => {
      if (!state.online) throw problem(0, UNREACHABLE);
      if (state.gateway) throw problem(502, NOT_OURS);
      if (state.forbidden) throw problem(403, "may-not");
      if (etag !== (held ? stored().etag : "none")) throw problem(412, "stale");
      state.saves.push(content);
      held = content;
      revision += 1;
      return stored();
    },
    load: async () => stored(),
    loadIfNewer: async (etag: string) => {
      if (!state.online) throw problem(0, UNREACHABLE);
      state.looks += 1;
      return etag === stored().etag ? undefined : stored();
    },
    keep: {
      read: () => kept,
      write: (next: readonly Kept<Text>[]) => {
        kept = next;
      },
      forget: () => {
        kept = [];
      },
      now: () => ({ day: "2028-05-15", time: "14:03" }) as const,
    },
  };
  return {
    state,
    stored,
    ports,
    kept: () => kept[0],
    other: (content: Text) => {
      held = content;
      revision += 1;
    },
    open: () => {
      const keeper = draftKeeper(ports, {
        content: { effect: "" },
        stored: held === undefined ? undefined : stored(),
      });
      keeper.start();
      return keeper;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("U-6: a draft is stored while it is written", () => {
  test("a first sentence makes the draft, a second later; nothing is stored before anything is written", async () => {
    const w = world(undefined);
    const keeper = w.open();
    await wait(60_000);
    expect(w.state.saves).toEqual([]);
    expect(keeper.snapshot().state).toBe("untouched");
    keeper.change({ effect: "F" });
    keeper.change({ effect: "Fler" });
    expect(w.kept()?.mine).toEqual({ effect: "Fler" });
    await wait(2000);
    expect(w.state.saves).toEqual([{ effect: "Fler" }]);
    expect(keeper.snapshot()).toMatchObject({ state: "saved", view: 1 });
    expect(w.kept()).toBeUndefined();
  });

  test("a lost connection loses no text: it is kept, and stored when there is a connection again", async () => {
    const w = world({ effect: "Före" });
    const keeper = w.open();
    w.state.online = false;
    keeper.change({ effect: "Efter" });
    await wait(2000);
    expect(keeper.snapshot().state).toBe("unreachable");
    expect(w.kept()?.mine).toEqual({ effect: "Efter" });
    w.state.online = true;
    await wait(10_000);
    expect(keeper.snapshot().state).toBe("saved");
    expect(w.stored().content).toEqual({ effect: "Efter" });
  });

  /** A window that is closed before what is written in it is sent. */
  const closedWithText = (w: ReturnType<typeof world>, text: Text) => {
    w.open().change(text);
    vi.clearAllTimers();
  };

  test("a closed window loses no text: the next opening offers it, and sends nothing by itself", async () => {
    const w = world({ effect: "Före" });
    closedWithText(w, { effect: "Efter" });
    const again = w.open();
    await wait(60_000);
    expect(again.snapshot()).toMatchObject({
      content: { effect: "Före" },
      state: "saved",
      offers: [{ mine: { effect: "Efter" }, from: { day: "2028-05-15", time: "14:03" } }],
    });
    expect(w.state.saves).toEqual([]);
    again.takeUp(again.snapshot().offers[0] as Kept<Text>);
    expect(again.snapshot()).toMatchObject({ content: { effect: "Efter" }, state: "changed", offers: [] });
    await wait(2000);
    expect(w.stored().content).toEqual({ effect: "Efter" });
    expect(w.kept()).toBeUndefined();
  });

  test("what is thrown away is gone, and nothing of it was stored", async () => {
    const w = world({ effect: "Före" });
    closedWithText(w, { effect: "Efter" });
    const again = w.open();
    again.discard(again.snapshot().offers[0] as Kept<Text>);
    await wait(60_000);
    expect(again.snapshot()).toMatchObject({ content: { effect: "Före" }, offers: [] });
    expect([w.state.saves, w.kept()]).toEqual([[], undefined]);
    expect(w.open().snapshot().offers).toEqual([]);
  });

  test("one may write on before one answers: the offer stays, and is taken in beside what others and oneself wrote", async () => {
    const w = world({ effect: "Före", staff: "" });
    closedWithText(w, { effect: "Efter", staff: "" });
    const again = w.open();
    again.change({ effect: "Före", staff: "Nytt" });
    expect(w.open().snapshot().offers).toHaveLength(2);
    await wait(2000);
    expect(w.stored().content).toEqual({ effect: "Före", staff: "Nytt" });
    again.takeUp(again.snapshot().offers[0] as Kept<Text>);
    await wait(2000);
    expect(w.stored().content).toEqual({ effect: "Efter", staff: "Nytt" });
  });

  test("where others have written at the same place since, a person chooses", async () => {
    const w = world({ effect: "Före" });
    closedWithText(w, { effect: "Efter" });
    w.other({ effect: "Deras" });
    const again = w.open();
    again.takeUp(again.snapshot().offers[0] as Kept<Text>);
    await wait(60_000);
    expect(again.snapshot().state).toBe("clash");
    expect(w.stored().content).toEqual({ effect: "Deras" });
  });

  test("what was stored after all, though its answer never came, is nothing to ask about", async () => {
    const w = world({ effect: "Före" });
    closedWithText(w, { effect: "Efter" });
    w.other({ effect: "Efter" });
    expect(w.open().snapshot().offers).toEqual([]);
    expect(w.kept()).toBeUndefined();
  });

  test("leaving the page stores what is written", async () => {
    const w = world({ effect: "Före" });
    const keeper = w.open();
    keeper.change({ effect: "Efter" });
    keeper.stop();
    await wait(0);
    expect(w.stored().content).toEqual({ effect: "Efter" });
  });
});

describe("U-6: two people write at the same time", () => {
  test("at different places: both stay, by themselves", async () => {
    const w = world({ effect: "" });
    const keeper = w.open();
    w.other({ effect: "", staff: "Deras" });
    keeper.change({ effect: "Min" });
    await wait(4000);
    expect(w.stored().content).toEqual({ effect: "Min", staff: "Deras" });
    expect(keeper.snapshot()).toMatchObject({ state: "saved", othersCame: true });
  });

  test("at the same place: nothing is overwritten until a person has chosen", async () => {
    const w = world({ effect: "" });
    const keeper = w.open();
    w.other({ effect: "Deras" });
    keeper.change({ effect: "Min" });
    await wait(60_000);
    const { state, clashes, content } = keeper.snapshot();
    expect([state, clashes.length, content.effect]).toEqual(["clash", 1, "Min"]);
    expect(w.stored().content).toEqual({ effect: "Deras" });
    expect(w.kept()?.mine).toEqual({ effect: "Min" });
    keeper.settle(clashes[0] as (typeof clashes)[0], "mine");
    await wait(2000);
    expect(w.stored().content).toEqual({ effect: "Min" });
  });

  test("choosing the other's words gives theirs", async () => {
    const w = world({ effect: "" });
    const keeper = w.open();
    w.other({ effect: "Deras" });
    keeper.change({ effect: "Min" });
    await wait(2000);
    keeper.settle(keeper.snapshot().clashes[0] as never, "theirs");
    await wait(2000);
    expect(keeper.snapshot()).toMatchObject({ content: { effect: "Deras" }, state: "saved" });
  });
});

describe("U-6: others' writing comes in by itself", () => {
  test("while nothing is written here, and beside what is written", async () => {
    const w = world({ effect: "" });
    const keeper = w.open();
    await keeper.look();
    expect(keeper.snapshot()).toMatchObject({ state: "saved", othersCame: false });
    w.other({ effect: "", staff: "Deras" });
    await keeper.look();
    expect(keeper.snapshot()).toMatchObject({
      content: { effect: "", staff: "Deras" },
      state: "saved",
      othersCame: true,
    });
    keeper.change({ effect: "Min", staff: "Deras" });
    w.other({ effect: "", staff: "Deras igen" });
    await keeper.look();
    await wait(4000);
    expect(w.stored().content).toEqual({ effect: "Min", staff: "Deras igen" });
    expect(w.state.saves).toHaveLength(1);
  });

  test("a clash is told before anything is sent, and one that is being settled is left in peace", async () => {
    const w = world({ effect: "" });
    const keeper = w.open();
    keeper.change({ effect: "Min" });
    w.other({ effect: "Deras" });
    await keeper.look();
    expect(keeper.snapshot()).toMatchObject({ state: "clash", content: { effect: "Min" } });
    const { looks } = w.state;
    await keeper.look();
    expect(w.state.looks).toBe(looks);
  });

  test("a lost connection and a draft that is not begun ask nothing of anybody", async () => {
    const none = world(undefined);
    await none.open().look();
    expect(none.state.looks).toBe(0);
    const w = world({ effect: "" });
    const keeper = w.open();
    w.state.online = false;
    await keeper.look();
    expect(keeper.snapshot()).toMatchObject({ state: "saved", problem: undefined });
  });
});

test("U-6: what the server refuses is kept here, and tried again when it is changed", async () => {
  const w = world({ effect: "Före" });
  const keeper = w.open();
  w.state.forbidden = true;
  keeper.change({ effect: "Efter" });
  await wait(60_000);
  expect(keeper.snapshot().state).toBe("refused");
  expect(w.kept()?.mine).toEqual({ effect: "Efter" });
  w.state.forbidden = false;
  keeper.change({ effect: "Efteråt" });
  await wait(2000);
  expect(keeper.snapshot()).toMatchObject({ state: "saved", problem: undefined });
});

test("U-6: while a server starts anew behind its proxy, the text waits and is stored by itself", async () => {
  const w = world({ effect: "Före" });
  const keeper = w.open();
  w.state.gateway = true;
  keeper.change({ effect: "Efter" });
  await wait(2000);
  expect(keeper.snapshot()).toMatchObject({ state: "unreachable", problem: undefined });
  w.state.gateway = false;
  await wait(60_000);
  expect(keeper.snapshot().state).toBe("saved");
  expect(w.stored().content).toEqual({ effect: "Efter" });
});

test("U-6: an old answer never takes the place of a newer", () => {
  expect(newer('"v1r10"', '"v1r9"')).toBe(true);
  expect(newer('"v2r1"', '"v1r9"')).toBe(true);
  expect(newer('"v1r9"', '"v1r9"')).toBe(false);
  expect(newer('"v1r9"', "none")).toBe(true);
});
