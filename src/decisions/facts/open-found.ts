import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { remembered } from "../../platform/memory/memory.ts";
import type { Kinds } from "../matter-kinds.ts";
import { beforeDecisionPath, matterPath } from "../rules/kind.ts";
import { isDraft } from "../rules/reading.ts";
import { answersTo, isYear, type Root, wordsIn } from "../rules/search-words.ts";
import { textsIn } from "../rules/texts-in.ts";
import { openMarkings } from "../store/secrecy.ts";
import { undecidedHeads, type VersionHead, versionNumbered } from "../store/versions.ts";
import { readsOf } from "./reading.ts";

/** What is found that is not decided: what its writers work on, and what has been laid forward. */
export const OPEN_SORTS = ["draft", "proposal"] as const;

/**
 * The drafts that the one who asks may read, and the proposals that await their decisions, which have all the words. They are few beside all
 * that is decided, and are written all the time: they stand in no index, and each one's words are kept until it is written on. Read by the
 * rule of every page (`readsOf`); what is marked as secret is found by nobody, and of an earlier day nothing of them is known.
 */
export async function openFound(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  sought: readonly { readonly word: string; readonly root: Root }[],
) {
  if (ctx.today < ctx.present) return [];
  const reads = await readsOf(tx, ctx);
  const marked = await openMarkings(tx);
  const years = sought.flatMap(({ word }) => (isYear(word) ? [Number(word)] : []));
  const roots = sought.flatMap(({ word, root }) => (isYear(word) ? [] : [root]));
  const bodies = await allBodies(tx);
  const found = [];
  for (const head of await undecidedHeads(tx)) {
    const { matter } = head;
    const kind = kinds.find(matter.kind)?.routes.kind;
    if (!kind || marked.has(matter.id) || !reads(head) || years.some((year) => year !== matter.year))
      continue;
    const { text, words } = await wordsOf(tx, head);
    const body = nameOfBody(bodies, matter.body);
    const called = [...wordsIn(`${kind.names.sv} ${kind.names.en} ${body}`)];
    if (!roots.every((root) => [...called, ...words].some((word) => answersTo(word, root)))) continue;
    const draft = isDraft(head);
    found.push({
      sort: draft ? OPEN_SORTS[0] : OPEN_SORTS[1],
      same: `open:${matter.id}`,
      thing: `open:${matter.id}`,
      kind: matter.kind,
      title: `${kind.names[ctx.language]} ${matter.year}`,
      other: `${kind.names[ctx.language === "en" ? "sv" : "en"]} ${matter.year}`,
      text: `${body} · ${text}`,
      body: matter.body,
      year: matter.year,
      runs: "",
      answered: true as const,
      href: draft ? matterPath(matter) : beforeDecisionPath(matter),
    });
  }
  return found;
}

/** What is written in a version, and its words, each once. */
const wordsOf = (tx: Tx, { matter, number }: VersionHead) =>
  remembered(`words of ${matter.id}@${number}`, async () => {
    const text = textsIn((await versionNumbered(tx, matter.id, number))?.content);
    return { text, words: [...new Set(wordsIn(text))] };
  });
