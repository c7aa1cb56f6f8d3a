import { readsOf, refuseUnread } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import {
  keptContents,
  revisionNumbered,
  revisionsOf,
  type SavedRevision,
} from "../../decisions/saved/store.ts";
import { decisionsUntil } from "../../decisions/store/chain.ts";
import { headsOn, type Version, versionsOn } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { allBodies, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { Budget } from "../base/contract.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../matter/kind.ts";
import { NoVersion, type VersionFacts } from "./contract.ts";
import { DEMOGRAPHY_TRUE_UP } from "./kind.ts";

/** Something that was saved or decided, with who and when. */
export interface Point {
  /** Its name with the saving, whether or not it is the version as it stands. */
  readonly ref: string;
  readonly facts: VersionFacts;
  readonly budget: Budget;
}

/** What the one who asks may see of versions: drafts only for who may read them (TF 2 ch.). */
export async function seenBy(tx: Tx, ctx: Context) {
  const nameOf = await namesOfPeople(tx);
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  const decisions = new Map(
    (
      await Promise.all(
        [BUDGET, PLANNING_CONDITIONS, DEMOGRAPHY_TRUE_UP].map(({ kind }) =>
          decisionsUntil(tx, { kind }, ctx.today),
        ),
      )
    )
      .flat()
      .map((decision) => [decision.number, decision]),
  );
  const reads = await readsOf(tx, ctx);
  // What was saved on the way is read by those who read a draft of the matter, whatever has become of it since
  const readsKept = (version: Version) => reads({ ...version, state: "draft", decision: null });
  const kept = new Map<string, readonly SavedRevision[]>();
  /** Oldest first. */
  const versionsById = async (id: string): Promise<Version[]> => {
    kept.set(id, await revisionsOf(tx, id, ctx.today));
    return (await versionsOn(tx, id, ctx.today)).filter(reads).reverse();
  };
  const facts = (version: Version, saved?: SavedRevision): VersionFacts => {
    const decision = saved ? undefined : decisions.get(version.decision?.number ?? 0);
    const ref = `${version.matter.id}@${version.number}`;
    const editor = saved?.savedBy ?? version.editedBy;
    return {
      ref: saved ? `${ref}.${saved.revision}` : ref,
      matter: version.matter.id,
      kind: version.matter.kind,
      year: version.matter.year,
      version: version.number,
      revision: saved?.revision ?? null,
      state: saved ? "draft" : version.state,
      editedBy: nameOf(editor),
      writtenOn: saved?.savedOn ?? version.writtenOn,
      decision: decision
        ? {
            number: decision.number,
            organ: bodies.get(decision.organId) ?? decision.organId,
            decidedOn: decision.decidedOn,
            paragraph: decision.paragraph,
          }
        : null,
    };
  };
  return {
    facts,
    versions: (kind: string, body: string, year: number) => versionsById(matterId(kind, body, year)),
    /** What was saved before the versions came to be as they are; the administration's own. */
    revisions(of: readonly Version[]): SavedRevision[] {
      const present = new Set(of.map((v) => `${v.matter.id} ${v.number} ${v.revision}`));
      return [...new Set(of.filter(readsKept).map((v) => v.matter.id))]
        .flatMap((matter) => kept.get(matter) ?? [])
        .filter((saved) => !present.has(`${saved.matter} ${saved.number} ${saved.revision}`));
    },
    /**
     * All that has been saved or decided of a matter, oldest first; who may not read drafts sees what is proposed or decided. What was
     * saved as a version stands is that version.
     */
    async points(matter: string): Promise<Point[]> {
      const versions = await versionsById(matter);
      const saved = versions.some(readsKept) ? await keptContents(tx, matter, ctx.today) : [];
      const present = new Set(versions.map((v) => `${v.number} ${v.revision}`));
      const points = [
        ...versions.map((v) => ({
          number: v.number,
          revision: v.revision,
          facts: facts(v),
          content: v.content,
        })),
        ...saved.flatMap((one) => {
          const version = versions.find((v) => v.number === one.number);
          return version && readsKept(version) && !present.has(`${one.number} ${one.revision}`)
            ? [{ ...one, facts: facts(version, one), content: one.content }]
            : [];
        }),
      ];
      return points
        .sort((a, b) => a.number - b.number || a.revision - b.revision)
        .map(({ number, revision, facts: of, content }) => ({
          ref: `${matter}@${number}.${revision}`,
          facts: of,
          budget: Budget.parse(content),
        }));
    },
    async side(ref: string) {
      const [matter = "", point = ""] = ref.split("@");
      const [number, revision] = point.split(".").map(Number);
      const version = (await versionsById(matter)).find((v) => v.number === number);
      const saved =
        version && revision !== undefined && readsKept(version)
          ? await revisionNumbered(tx, { matter, number: version.number, revision }, ctx.today)
          : undefined;
      if (!version) {
        const heads = await headsOn(tx, matter, ctx.today);
        await refuseUnread(
          tx,
          ctx,
          heads.find((one) => one.number === number),
        );
      }
      if (!version || (revision !== undefined && !saved)) refuse(NoVersion, { params: { version: ref } });
      const { allocation, ...budget } = Budget.parse(saved ? saved.content : version.content);
      if (!allocation) refuse(NoVersion, { params: { version: ref } });
      return { facts: facts(version, saved), version, budget: { ...budget, allocation } };
    },
  };
}
