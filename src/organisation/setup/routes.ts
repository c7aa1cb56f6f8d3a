import { canonicalJson } from "../../kernel/canonical.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import {
  Answer,
  type Context,
  type Handler,
  handle,
  handleFile,
  mustHaveSeen,
} from "../../platform/http/handle.ts";
import { type Body, postsOn } from "../rules/organisation.ts";
import { soleOn } from "../rules/sole.ts";
import { allBodies, beginningOf, people, type Who, whoAsks } from "../store.ts";
import { bodyKindWords } from "../words.ts";
import {
  BodiesFaults,
  countPeople,
  getBodyRows,
  getSetup,
  markStep,
  putBodyRows,
  readBodiesTable,
  TableFaults,
} from "./contract.ts";
import { bodiesInUse, setupSteps } from "./facts.ts";
import { type BodyRow, bodiesFromTable, bodyRowFaults, kindByWord, withIds } from "./rules/bodies.ts";
import { bodiesHeld, storeBodies, storeMark } from "./store.ts";

const INTAKE = new URL("./intake.ts", import.meta.url);
type Cells = readonly (readonly string[])[];

const rowOf = ({ id, name, kind, parent }: Body): BodyRow => ({ key: id, name, kind, parent });
const etagOf = (rows: readonly BodyRow[]): string => sha256(canonicalJson(rows)).slice(0, 16);

/** Bodies that have not ended: those that have are history, and stay. */
const present = (bodies: readonly Body[]): Body[] => bodies.filter(({ validTo }) => validTo === null);

export const setupHandlers = (chapters: readonly Chapter[]): Handler[] => {
  const inUse = async (tx: Tx, today: Day) =>
    new Set([...(await bodiesInUse(tx, today, chapters)), ...(await bodiesHeld(tx))]);
  const ordered = async (tx: Tx, today: Day, who: Who) => {
    const rows = present(await allBodies(tx)).map(rowOf);
    const used = await inUse(tx, today);
    const value = {
      rows: rows.map((row) => ({ ...row, inUse: used.has(row.key) })),
      may: who.may("edit:setup", who.sole("council")),
    };
    return new Answer(value, { etag: etagOf(rows) });
  };
  const mayRead = async ({ ctx, tx }: { ctx: Context; tx: Tx }) => {
    (await whoAsks(tx, ctx)).mustBy(readBodiesTable);
  };
  return [
    handle(getSetup, async ({ ctx, tx }) => {
      const who = await whoAsks(tx, ctx);
      const { startedOn, firstYear } = await beginningOf(tx);
      return {
        startedOn: startedOn ?? null,
        firstYear: firstYear ?? yearOf(ctx.today) + 1,
        steps: await setupSteps(tx, ctx, chapters),
        may: who.may("edit:setup", who.sole("council")),
      };
    }),
    handle(markStep, async ({ params: { step }, body: { mark }, ctx, tx }) => {
      const who = await whoAsks(tx, ctx);
      who.mustBy(markStep);
      const by = who.person?.id as string;
      await storeMark(tx, ctx.municipality, step, { state: mark, by, on: ctx.present });
      return { step, mark };
    }),

    handle(getBodyRows, async ({ ctx, tx }) => ordered(tx, ctx.present, await whoAsks(tx, ctx))),
    handle(putBodyRows, async ({ body, ctx, tx, seen }) => {
      const who = await whoAsks(tx, ctx);
      who.mustBy(putBodyRows);
      const bodies = present(who.bodies);
      mustHaveSeen(seen, etagOf(bodies.map(rowOf)));
      const faults = bodyRowFaults(body.rows, bodies, await inUse(tx, ctx.present));
      if (faults.length > 0) refuse(BodiesFaults, { remarks: faults, params: { count: faults.length } });
      const from = soleOn(who.bodies, "council", ctx.present)?.validFrom ?? ctx.present;
      await storeBodies(tx, ctx.municipality, withIds(body.rows, bodies), bodies, from).catch((cause) => {
        // What somebody has written of it since it was looked at, or that no chapter told of
        if ((cause as { code?: string }).code !== REFERRED_TO) throw cause;
        refuse(BodiesFaults, {
          remarks: [remark("stops", "setup-body-in-use-somewhere", "§3", {}, "rows")],
          params: { count: 1 },
        });
      });
      return ordered(tx, ctx.present, await whoAsks(tx, ctx));
    }),
    handleFile(readBodiesTable, { module: INTAKE, prepare: mayRead }, async ({ tx }, cells: Cells) => {
      const before = present(await allBodies(tx)).map(rowOf);
      const read = bodiesFromTable(cells, before, kindByWord(bodyKindWords));
      if ("faults" in read)
        return refuse(TableFaults, { remarks: read.faults, params: { count: read.faults.length } });
      return { rows: [...read.rows] };
    }),

    handle(countPeople, async ({ ctx, tx }) => {
      const held = (await people(tx)).map((person) => postsOn(person, ctx.today));
      const counts = new Map<string, number>();
      for (const posts of held)
        for (const body of new Set(posts.map((post) => post.body)))
          counts.set(body, (counts.get(body) ?? 0) + 1);
      return {
        people: held.filter((posts) => posts.length > 0).length,
        bodies: [...counts].map(([body, count]) => ({ body, people: count })),
      };
    }),
  ];
};
/** foreign_key_violation */
const REFERRED_TO = "23503";
