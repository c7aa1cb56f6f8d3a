import { soleOwner } from "../../../decisions/store/sole-owner.ts";
import type { Day } from "../../../kernel/day.ts";
import { allBodies } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../../../platform/http/handle.ts";
import { schemaFile } from "../../../platform/rendering/csv.ts";
import { councilOfBudget } from "../../base/council.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../../matter/kind.ts";
import { trueUpRoutes } from "../contract.ts";
import { type Point, seenBy } from "../facts.ts";
import { DEMOGRAPHY_TRUE_UP } from "../kind.ts";
import { type MilestonePoint, milestonesOf } from "../rules/milestones.ts";
import { getMilestones, getMilestonesCsv, getMilestonesSchema, type Milestones } from "./contract.ts";
import { milestonesCsv, milestonesCsvSchema } from "./open-data.ts";

export const milestoneHandlers: Handler[] = [
  handle(getMilestones, ({ params, ctx, tx }) => milestones(tx, ctx, params.year)),

  handle(getMilestonesCsv, async ({ params: { year }, ctx, tx }) => {
    const csv = milestonesCsv(await milestones(tx, ctx, year));
    return new Answer(csv, { filename: `budgetsteg-${year}.csv` });
  }),

  handle(getMilestonesSchema, async ({ params: { year } }) => {
    const schema = milestonesCsvSchema(year, "lines.csv");
    return new Answer(schemaFile(schema), {
      filename: `budgetsteg-${year}.schema.json`,
    });
  }),
];

interface Made extends MilestonePoint {
  readonly facts: Point["facts"];
  readonly note: string | null;
  readonly resultTkr: number | null;
}

async function milestones(tx: Tx, ctx: Context, year: number): Promise<Milestones> {
  const bodies = await allBodies(tx);
  const ofExecutive = (kind: string) => soleOwner(tx, { kind, bodyKind: "executive", year }, ctx.today);
  const seen = await seenBy(tx, ctx);
  const points = async (sort: "conditions" | "budget", kind: string, body: string) =>
    (await seen.points(`${kind}:${body}:${year}`)).flatMap((point) => madeOf(sort, point, year));
  const { kind: trueUp } = DEMOGRAPHY_TRUE_UP;
  const trueUps = (await seen.versions(trueUp, await ofExecutive(trueUp), year)).flatMap(
    (version): Made[] => {
      const { occasion, lines = [], comment } = trueUpRoutes.read(version);
      if (!version.decision) return [];
      const byBody = new Map<string, number>();
      for (const { body, amountTkr } of lines) byBody.set(body, (byBody.get(body) ?? 0) + amountTkr);
      const amounts = Object.fromEntries(byBody);
      const { decidedOn } = version.decision;
      const facts = seen.facts(version);
      const told = { facts, note: comment || null, resultTkr: null };
      return [{ sort: `true-up-${occasion}`, day: decidedOn, decidedOn, proposed: false, amounts, ...told }];
    },
  );
  const found = milestonesOf(year, [
    ...(await points("conditions", PLANNING_CONDITIONS.kind, await ofExecutive(PLANNING_CONDITIONS.kind))),
    ...(await points("budget", BUDGET.kind, await councilOfBudget(tx, year, ctx.today))),
    ...trueUps,
  ]);
  const used = new Set(found.flatMap(({ point }) => Object.keys(point.amounts)));
  return {
    year,
    bodies: bodies.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
    milestones: found.map(({ point, stage, changes, totalTkr, changeTkr, since }) => ({
      stage,
      day: point.day,
      facts: point.facts,
      note: point.note,
      amounts: { ...point.amounts },
      changes: { ...changes },
      totalTkr,
      changeTkr,
      resultTkr: point.resultTkr,
      since: since?.facts.ref ?? null,
    })),
  };
}

function madeOf(sort: "conditions" | "budget", { facts, budget }: Point, year: number): Made[] {
  const amounts = budget.allocation?.years.find((one) => one.year === year)?.frames;
  if (!amounts) return [];
  const decidedOn = (facts.decision?.decidedOn ?? null) as Day | null;
  return [
    {
      sort,
      facts,
      amounts,
      decidedOn,
      day: decidedOn ?? facts.writtenOn,
      proposed: facts.state === "proposed",
      note: budget.changeNote ?? null,
      resultTkr: budget.results?.find((result) => result.year === year)?.resultTkr ?? null,
    },
  ];
}
