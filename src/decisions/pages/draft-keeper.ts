import { canonicalJson } from "../../kernel/canonical.ts";
import { ApiProblem, passes } from "../../platform/ui/api.ts";
import type { KeptAt } from "../../platform/ui/kept.ts";
import { type Clash, mergeContent, takeTheirs } from "./merge-content.ts";

/** What the server holds: a content with its version (ETag), and all that it tells of it. */
export interface Stored<C, V> {
  readonly content: C;
  readonly etag: string;
  readonly view: V;
}

/** What lies in the browser until it is stored: it survives a lost connection and a closed window. */
export interface Kept<C> {
  readonly base: C;
  readonly mine: C;
  readonly etag: string;
  readonly from: KeptAt;
}

export interface DraftPorts<C, V> {
  /** Stores a content over the version that was seen; throws ApiProblem for every refusal. */
  save(content: C, etag: string): Promise<Stored<C, V>>;
  load(): Promise<Stored<C, V>>;
  /** What is stored, unless it is still the version that one has; absent where nobody else writes. */
  loadIfNewer?(etag: string): Promise<Stored<C, V> | undefined>;
  /** The writer's own place in the browser: what is being written now, and what was found there and not yet answered. */
  readonly keep: {
    read(): readonly Kept<C>[];
    write(kept: readonly Kept<C>[]): void;
    forget(): void;
    now(): KeptAt;
  };
}

/**
 * - `untouched`: nothing is stored and nothing written
 * - `saved`: all is stored
 * - `changed`, `saving`: on its way
 * - `unreachable`: no connection; the text is kept here and stored when there is one
 * - `clash`: somebody else has stored something else at the same place: a person chooses
 * - `refused`: the server says no; the text is kept here
 */
export type DraftState = "untouched" | "saved" | "changed" | "saving" | "unreachable" | "clash" | "refused";

export interface DraftSnapshot<C, V> {
  readonly content: C;
  readonly state: DraftState;
  /** The stored version; undefined until there is one. */
  readonly view: V | undefined;
  readonly problem: unknown;
  readonly clashes: readonly Clash[];
  /** Somebody else's changes have come in beside mine since the page was opened. */
  readonly othersCame: boolean;
  /** Text of one's own that was kept here and never stored, the latest first: to take up or throw away, never sent by itself. */
  readonly offers: readonly Kept<C>[];
}

export interface DraftKeeper<C, V> {
  snapshot(): DraftSnapshot<C, V>;
  subscribe(listener: () => void): () => void;
  change(content: C): void;
  /** Stores what is not stored; true when all is. */
  saveNow(): Promise<boolean>;
  /** Takes in what others have stored meanwhile; what can't be read now is read the next time. */
  look(): Promise<void>;
  /** What was read anew. */
  adopt(stored: Stored<C, V>): void;
  settle(clash: Clash, by: "mine" | "theirs"): void;
  /** Takes up what was kept, beside what stands there now. */
  takeUp(offer: Kept<C>): void;
  discard(offer: Kept<C>): void;
  start(): void;
  stop(): void;
}

export const NO_VERSION = "none";
const SAVE_AFTER_MS = 1500;
const TRY_AGAIN_MS = 8000;
const STALE = 412;

/** Keeps a draft while it is written (U-6): stores it by itself, loses no text, and brings two people's writing together. */
export function draftKeeper<C, V>(
  ports: DraftPorts<C, V>,
  begin: { readonly content: C; readonly stored: Stored<C, V> | undefined },
): DraftKeeper<C, V> {
  let base = begin.stored?.content ?? begin.content;
  let etag = begin.stored?.etag ?? NO_VERSION;
  let now: DraftSnapshot<C, V> = {
    content: base,
    state: begin.stored ? "saved" : "untouched",
    view: begin.stored?.view,
    problem: undefined,
    clashes: [],
    othersCame: false,
    offers: [],
  };
  /** What is being written here and is not stored. */
  let writing: Kept<C> | undefined;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let looking = false;

  const set = (change: Partial<DraftSnapshot<C, V>>) => {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), ms);
  };
  const put = () => {
    const all = [...(writing ? [writing] : []), ...now.offers];
    if (all.length > 0) ports.keep.write(all);
    else ports.keep.forget();
  };
  const keep = () => {
    writing = { base, mine: now.content, etag, from: ports.keep.now() };
    put();
  };
  const forget = () => {
    writing = undefined;
    put();
  };

  /** Takes in what the server holds, beside what is written here. */
  const meet = (stored: Stored<C, V>, since: C, others: boolean) => {
    const { content, clashes } = mergeContent(since, now.content, stored.content);
    base = stored.content;
    etag = stored.etag;
    const stillMine = !same(content, base);
    set({
      content,
      clashes,
      view: stored.view,
      problem: undefined,
      state: clashes.length > 0 ? "clash" : stillMine ? "changed" : "saved",
      othersCame: now.othersCame || others,
      offers: now.offers.filter(({ mine }) => !same(mine, content)),
    });
    if (stillMine) keep();
    else forget();
    if (now.state === "changed") later(SAVE_AFTER_MS);
  };

  async function save(): Promise<boolean> {
    const sent = now.content;
    set({ state: "saving" });
    try {
      meet(await ports.save(sent, etag), sent, false);
    } catch (problem) {
      await refused(problem);
    }
    return now.state === "saved";
  }

  async function refused(problem: unknown): Promise<void> {
    const facts = problem instanceof ApiProblem ? problem.facts : undefined;
    try {
      if (facts?.status === STALE) return meet(await ports.load(), base, true);
    } catch {
      // The other's version could not be read: as if there were no connection
      set({ state: "unreachable" });
      return later(TRY_AGAIN_MS);
    }
    const lost = passes(problem);
    set({ state: lost ? "unreachable" : "refused", problem: lost ? undefined : problem });
    if (lost) later(TRY_AGAIN_MS);
  }

  function saveNow(): Promise<boolean> {
    clearTimeout(timer);
    if (running) return running.then(() => saveNow());
    if (now.state === "saved") return Promise.resolve(true);
    if (now.state === "clash") return Promise.resolve(false);
    running = save().finally(() => {
      running = undefined;
    });
    return running;
  }

  const adopt = (stored: Stored<C, V>) => {
    if (!running && newer(stored.etag, etag)) meet(stored, base, true);
  };

  async function look(): Promise<void> {
    if (looking || etag === NO_VERSION || !(now.state === "saved" || now.state === "changed")) return;
    looking = true;
    try {
      const stored = await ports.loadIfNewer?.(etag);
      if (stored) adopt(stored);
    } catch {
      // Nothing is lost: what is written here is stored or refused when it is sent
    } finally {
      looking = false;
    }
  }

  return {
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(content) {
      set({ content, ...(now.state === "clash" || now.state === "saving" ? {} : { state: "changed" }) });
      keep();
      if (now.state === "changed") later(SAVE_AFTER_MS);
    },
    saveNow,
    look,
    adopt,
    settle(clash, by) {
      const clashes = now.clashes.filter((other) => other !== clash);
      const content = by === "theirs" ? takeTheirs(now.content, clash) : now.content;
      set({ content, clashes, state: clashes.length > 0 ? "clash" : "changed" });
      keep();
      if (now.state === "changed") later(SAVE_AFTER_MS);
    },
    takeUp(offer) {
      const { content, clashes } = mergeContent(offer.base, offer.mine, now.content);
      set({ offers: now.offers.filter((other) => other !== offer) });
      if (same(content, now.content) && clashes.length === 0) return put();
      set({ content, clashes, state: clashes.length > 0 ? "clash" : "changed" });
      keep();
      if (now.state === "changed") later(SAVE_AFTER_MS);
    },
    discard(offer) {
      set({ offers: now.offers.filter((other) => other !== offer) });
      put();
    },
    start() {
      if (writing) return;
      const kept = ports.keep.read();
      // What was stored after all, though its answer never came, is nothing to ask about
      const offers = kept.filter(({ mine }) => !same(mine, now.content));
      if (kept.length === 0 && now.offers.length === 0) return;
      set({ offers });
      put();
    },
    stop() {
      clearTimeout(timer);
      if (now.state === "changed" || now.state === "unreachable") void saveNow();
    },
  };
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Whether one ETag ("v2r5": version 2, revision 5) is of a later state than another. */
export function newer(a: string, b: string): boolean {
  const [versionA, revisionA] = numbersIn(a);
  const [versionB, revisionB] = numbersIn(b);
  return versionA > versionB || (versionA === versionB && revisionA > revisionB);
}

function numbersIn(etag: string): readonly [number, number] {
  const match = /v(\d+)r(\d+)/.exec(etag);
  return match ? [Number(match[1]), Number(match[2])] : [0, 0];
}
