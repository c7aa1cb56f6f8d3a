import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../platform/hash.ts";
import { AFTER_HEADER, YEAR_KEY } from "../../platform/http/year-play.ts";
import { type Call, type Client, IN_PASSING, type Reply } from "./client.ts";
import { type Change, patched } from "./patch.ts";

/**
 * A step of the sample's year, as data (`sample/year/*.json`): who does what on which day, by which section. `refused`
 * names the problem that the step must meet with.
 */
interface Step {
  readonly name: string;
  readonly cite: string;
  readonly on: string;
  readonly as: string;
  readonly refused?: string;
  /**
   * Writes a draft of a matter: its content given here, in a file beside the steps, or as changes of what is stored there, or at another
   * path (`from`).
   */
  readonly draft?: {
    readonly path: string;
    readonly from?: string;
    readonly content?: unknown;
    readonly file?: string;
    readonly change?: readonly Change[];
  };
  /** Registers a decision on the newest version of a matter. */
  readonly decide?: {
    readonly matter: string;
    readonly paragraph: string;
    readonly reference: string;
    readonly sentence: string;
  } & Record<string, unknown>;
  /**
   * Lays the newest version forward, with what it changes and why; with a paragraph it is what the person's own organ proposes to the
   * council at its meeting.
   */
  readonly propose?: {
    readonly matter: string;
    readonly why: string;
    readonly perspectives?: readonly { readonly heading: string; readonly text: string }[];
    readonly paragraph?: string;
    readonly reference?: string;
    readonly votes?: unknown;
    readonly reservations?: readonly string[];
  };
  /** Begins a change of what stands proposed, at the meeting. */
  readonly amend?: { readonly matter: string };
  readonly send?: { readonly method: "GET" | "POST" | "PUT"; readonly path: string; readonly body?: unknown };
  readonly upload?: { readonly path: string; readonly file: string };
  /** A name for the id, or a decision's number, that the server answers with; later steps write it as {{name}}. */
  readonly keep?: string;
}

export interface Played {
  readonly index: number;
  /** How many steps there are in all. */
  readonly of: number;
  readonly name: string;
  readonly cite: string;
  readonly on: string;
  readonly as: string;
  /** One line: what came of it, or the refusal with its reason and who may. */
  readonly outcome: string;
  readonly refused: boolean;
  readonly asExpected: boolean;
  /** The key of the last step whose answer the database keeps; undefined before the first. */
  readonly lastKey: string | undefined;
  readonly reply: Reply;
}

/**
 * How far the sample is played: to the spring, when the first year is closed and the next is being planned, or to the eve of the
 * council's budget meeting. The shorter is the longer's beginning.
 */
export type Stage = "spring" | "full";

/** The sample's own day when a stage has been played. */
export const LAST_DAY: Readonly<Record<Stage, string>> = { spring: "2028-05-15", full: "2028-11-15" };

/** The steps of a stage, day by day, from all files of `sample/year`. */
export async function readSteps(folder: string, stage: Stage = "full"): Promise<KeyedStep[]> {
  const files = (await readdir(join(folder, "year"))).filter((f) => /^\d\d-.*\.json$/.test(f)).sort();
  const parts = await Promise.all(
    files.map(async (f) => JSON.parse(await readFile(join(folder, "year", f), "utf8")) as Step[]),
  );
  // In the order of the days; steps of one day in the order of the files
  return parts
    .flat()
    .filter(({ on }) => on <= LAST_DAY[stage])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((step, index) => ({
      ...step,
      key: `${YEAR_KEY}${index}-${sha256(JSON.stringify(step)).slice(0, MARK_LENGTH)}`,
    }));
}

/**
 * A step with the key that its write carries, so that it is done once however often it is asked for: its place in the year and
 * a mark of what it says. A step of another year, in the same place, has another.
 */
interface KeyedStep extends Step {
  readonly key: string;
}
const MARK_LENGTH = 8;

/**
 * What an earlier play was answered before it was cut off, by the steps' indices: what the server keeps under their
 * keys, in the same transaction as what the step did.
 */
export type Answers = ReadonlyMap<number, unknown>;

/**
 * Plays the year step by step. One that was cut off is played on after the last step that was answered, and no step before
 * it is taken again: what a step meets with depends on all that has been done by then, so an earlier one would now be
 * answered otherwise. The step that was under way either has its answer or has done nothing.
 */
export async function* playYear(
  client: Client,
  folder: string,
  { before = new Map(), stage }: { readonly before?: Answers; readonly stage?: Stage | undefined } = {},
): AsyncGenerator<Played> {
  const kept = new Map<string, string | number>();
  const keep = (name: string, answer: unknown) => {
    const { id, number } = answer as { id?: string; number?: number };
    kept.set(name, id ?? number ?? "");
  };
  const steps = await readSteps(folder, stage);
  const from = Math.max(-1, ...before.keys()) + 1;
  for (const [index, { keep: name }] of steps.slice(0, from).entries())
    if (name && before.has(index)) keep(name, before.get(index));
  let lastKey = from > 0 ? steps[from - 1]?.key : undefined;
  for (const [index, written] of steps.entries()) {
    if (index < from) continue;
    const step = filledIn(written, kept);
    const reply = await take(client, folder, step, {
      "idempotency-key": step.key,
      ...(lastKey === undefined ? {} : { [AFTER_HEADER]: lastKey }),
    });
    if (step.keep) keep(step.keep, reply.json);
    const problem = reply.status >= 400 ? (reply.json as ProblemJson) : undefined;
    if (!problem && step.send?.method !== "GET") lastKey = step.key;
    yield {
      index,
      of: steps.length,
      name: step.name,
      cite: step.cite,
      on: step.on,
      as: step.as,
      outcome: problem ? refusal(problem) : "klart",
      refused: problem !== undefined,
      asExpected: step.refused === undefined ? problem === undefined : problem?.code === step.refused,
      lastKey,
      reply,
    };
  }
}

/** A step with what earlier steps kept in the places where it names them; a text that is a number's name is the number. */
const filledIn = <S extends Step>(step: S, kept: ReadonlyMap<string, string | number>): S =>
  JSON.parse(
    JSON.stringify(step)
      .replace(/"\{\{([a-z-]+)\}\}"/g, (text, name) => {
        const value = kept.get(name);
        return typeof value === "number" ? String(value) : text;
      })
      .replace(/\{\{([a-z-]+)\}\}/g, (text, name) => String(kept.get(name) ?? text)),
  );

interface ProblemJson {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly cite?: string;
  readonly ask?: string[];
  readonly errors?: { at: string; detail: string }[];
}

function refusal({ title, detail, cite, ask, errors }: ProblemJson): string {
  const why = errors?.length
    ? errors.map((e) => (e.at ? `${e.at}: ${e.detail}` : e.detail)).join(" ")
    : detail;
  const who = ask?.length ? ` Får i stället: ${ask.join("; ")}.` : "";
  return `nekat (${cite ?? ""}): ${title}. ${errors?.length ? why : ""}${who || (errors?.length ? "" : ` ${why}`)}`;
}

async function take(
  client: Client,
  folder: string,
  step: Step,
  marks: Readonly<Record<string, string>>,
): Promise<Reply> {
  const who = { as: step.as, on: step.on };
  const headers = { ...marks, "tillit-why": encodeURIComponent(`${step.name} (${step.cite})`) };
  if (step.draft) {
    const { path, from, file, change } = step.draft;
    const present = await client.call({ ...who, method: "GET", path });
    const origin = from ? await client.call({ ...who, method: "GET", path: from }) : present;
    const away = [present, origin].find(({ status }) => status === IN_PASSING);
    if (away) return away;
    const content = file
      ? JSON.parse(await readFile(join(folder, "year", file), "utf8"))
      : change
        ? patched((origin.json as { content: unknown }).content, change)
        : step.draft.content;
    return client.call({
      ...who,
      method: "PUT",
      path,
      body: content,
      headers: { ...headers, ...seenOf(present) },
    });
  }
  if (step.upload) {
    const bytes = await readFile(join(folder, step.upload.file));
    const name = step.upload.file.split("/").at(-1) as string;
    return client.call({ ...who, method: "POST", path: step.upload.path, file: { name, bytes }, headers });
  }
  if (step.send) {
    const seen = step.send.method === "PUT" ? await seenAt(client, { ...who, path: step.send.path }) : {};
    return client.call({ ...who, ...step.send, headers: { ...headers, ...seen } } satisfies Call);
  }
  if (step.propose) return propose(client, step.propose, { ...who, headers });
  const { matter, ...facts } = step.decide ?? step.amend ?? { matter: "" };
  const found = await newest(client, who, matter);
  if ("status" in found) return found;
  const { version, revision } = found;
  const at = `/matters/${encodeURIComponent(matter)}`;
  if (step.amend)
    return client.call({ ...who, method: "POST", path: `${at}/change`, body: { revision }, headers });
  return client.call({
    ...who,
    method: "POST",
    path: "/decisions",
    body: { matter, version, revision, decidedOn: step.on, ...facts },
    headers,
  });
}

async function propose(
  client: Client,
  { matter, why, perspectives = [], ...meeting }: NonNullable<Step["propose"]>,
  { headers, ...who }: { as: string; on: string; headers: Record<string, string> },
): Promise<Reply> {
  const found = await newest(client, who, matter);
  if ("status" in found) return found;
  return client.call({
    ...who,
    method: "POST",
    path: `/matters/${encodeURIComponent(matter)}/proposal`,
    body: {
      revision: found.revision,
      why,
      perspectives,
      ...(meeting.paragraph === undefined ? {} : { meeting: { decidedOn: who.on, ...meeting } }),
    },
    headers,
  });
}

/** What is written over is said to have been seen: the version that is there, or that there is none. */
const seenOf = ({ etag }: Reply): Record<string, string> =>
  etag ? { "if-match": etag } : { "if-none-match": "*" };
const seenAt = async (client: Client, at: { as: string; on: string; path: string }) =>
  seenOf(await client.call({ ...at, method: "GET" }));

/** The newest version of a matter, or the answer of a server that can't say just now. */
async function newest(
  client: Client,
  who: { as: string; on: string },
  matter: string,
): Promise<{ version: number; revision: number } | Reply> {
  const [kind, body, year] = matter.split(":");
  const reply = await client.call({
    ...who,
    method: "GET",
    path: `/matters?kind=${kind}&body=${body}&year=${year}`,
  });
  if (reply.status === IN_PASSING) return reply;
  const [found] = reply.json as { version: number; revision: number }[];
  return found ?? { version: 1, revision: 1 };
}
