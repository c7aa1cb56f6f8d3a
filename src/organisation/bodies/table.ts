import { type Day, within } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, handleFile } from "../../platform/http/handle.ts";
import { csvOf } from "../../platform/rendering/csv.ts";
import { Document } from "../../platform/rendering/document.ts";
import { workbookOrder } from "../../platform/rendering/workbook.ts";
import { ledgerCodes } from "../ledger-codes.ts";
import { OtherTable } from "../people/table-contract.ts";
import { type ReadRow, rowsOf } from "../read-table.ts";
import { kindByWord } from "../setup/rules/bodies.ts";
import { whoAsks } from "../store.ts";
import { bodyKindWords } from "../words.ts";
import { type Judged, judged, previewOf } from "./judging.ts";
import { registerJudged } from "./registering.ts";
import { bodiesThere, organisationOn } from "./rules/dated.ts";
import {
  type BodiesPlan,
  bodiesPlan,
  MAX_BODY_ROWS,
  parentTexts,
  partnersText,
  type TableSort,
} from "./rules/table.ts";
import { datedOrganisation } from "./store/bodies.ts";
import { lockOrganisation } from "./store/reorganisations.ts";
import {
  applyBodiesTable,
  BodiesTableFaults,
  type BodiesTablePlan,
  bodiesCsv,
  bodiesWorkbook,
  DIFFERENCES_SHOWN,
  previewBodiesTable,
} from "./table-contract.ts";

/** The codes that each body has on a day, as a file has them. */
async function codesOn(tx: Tx, day: Day): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string[]>();
  for (const { code, periods } of await ledgerCodes(tx))
    for (const { body, validFrom, validTo } of periods)
      if (within(day, validFrom, validTo)) codes.set(body, [...(codes.get(body) ?? []), code]);
  return new Map([...codes].map(([body, own]) => [body, own.join(", ")]));
}

interface Options {
  readonly day: Day;
  readonly missing: "stay" | "end";
}

/** What a table comes to, held against the organisation of its day. */
async function planned(tx: Tx, { day, missing }: Options, read: readonly ReadRow[]): Promise<BodiesPlan> {
  if (read.length > MAX_BODY_ROWS)
    refuse(BodiesTableFaults, { params: { count: 1, max: MAX_BODY_ROWS }, cite: "§3" });
  const dated = await datedOrganisation(tx);
  return bodiesPlan(rowsOf(read), {
    there: bodiesThere(organisationOn(dated, day), day),
    taken: new Set(dated.bodies.map(({ id }) => id)),
    codes: await codesOn(tx, day),
    day,
    endMissing: missing === "end",
    kindOf: kindByWord(bodyKindWords),
  });
}

/** What a reorganisation is told of by steps, told by the cells that ask for them. */
const byCells = ({ at }: BodiesPlan, one: Judged): Judged => ({
  ...one,
  remarks: one.remarks.map((found) => ({ ...found, at: at(found.at) })),
});

const HEADS = [
  "Id",
  "Namn",
  "Namn på engelska",
  "Slag",
  "Hör till",
  "Första dagen",
  "Sista dagen",
  "Ägarandel, procent",
  "Delas med",
  "Koder i redovisningen",
];
const WIDTHS = [30, 36, 36, 20, 36, 14, 14, 18, 30, 24];
const TITLE = "Organisationen";

/** The bodies that there are on a day, in the organisation's own order. */
async function tableOf(tx: Tx, day: Day) {
  const there = bodiesThere(organisationOn(await datedOrganisation(tx), day), day);
  const parentText = parentTexts(there);
  const codes = await codesOn(tx, day);
  const [words] = bodyKindWords;
  return there.map((body) => [
    body.id,
    body.name,
    body.nameEn ?? "",
    words?.[body.kind] ?? body.kind,
    parentText(body),
    body.validFrom,
    body.validTo ?? "",
    body.sharePercent ?? null,
    partnersText(body.partners),
    codes.get(body.id) ?? "",
  ]);
}

const reading = (route: typeof previewBodiesTable | typeof applyBodiesTable) => ({
  module: new URL("./intake.ts", import.meta.url),
  prepare: async ({ ctx, tx }: { ctx: Context; tx: Tx }) => {
    (await whoAsks(tx, ctx)).mustBy(route);
    return undefined;
  },
});

export const bodiesTableHandlers = (chapters: readonly Chapter[]): Handler[] => [
  handleFile(
    previewBodiesTable,
    reading(previewBodiesTable),
    async ({ query, ctx, tx, upload }, read: readonly ReadRow[]): Promise<BodiesTablePlan> => {
      (await whoAsks(tx, ctx)).mustBy(previewBodiesTable);
      const plan = await planned(tx, query, read);
      const { steps, differences, faults, unchanged, missing, left } = plan;
      const whole = steps.length > 0 && faults.length === 0;
      const one = whole ? byCells(plan, await judged(tx, ctx, { steps, day: query.day })) : undefined;
      const count = (sort: TableSort) => differences.filter((difference) => difference.sort === sort).length;
      const stops = [...faults, ...(one?.remarks.filter(({ level }) => level === "stops") ?? [])];
      return {
        filename: upload.filename,
        sha256: upload.sha256,
        rows: read.length,
        counts: {
          new: count("new"),
          renamed: count("renamed"),
          moved: count("moved"),
          shared: count("shared"),
          ended: count("ended"),
          unchanged,
          missing,
          faults: stops.length,
        },
        differences: differences.slice(0, DIFFERENCES_SHOWN),
        faults: stops.slice(0, DIFFERENCES_SHOWN),
        left: left.slice(0, DIFFERENCES_SHOWN),
        preview: one ? await previewOf(tx, ctx, chapters, one) : null,
      };
    },
  ),

  handleFile(
    applyBodiesTable,
    reading(applyBodiesTable),
    async ({ query, ctx, tx, upload }, read: readonly ReadRow[]) => {
      (await whoAsks(tx, ctx)).mustBy(applyBodiesTable);
      if (upload.sha256 !== query.sha256) refuse(OtherTable);
      await lockOrganisation(tx, ctx.municipality);
      const plan = await planned(tx, query, read);
      const nothing = plan.steps.length === 0 && plan.faults.length === 0;
      if (plan.faults.length > 0 || nothing)
        refuse(BodiesTableFaults, {
          remarks: plan.faults,
          cite: "§3",
          params: { count: plan.faults.length, max: MAX_BODY_ROWS },
        });
      const { name, reason, decision, day } = query;
      const one = byCells(plan, await judged(tx, ctx, { steps: plan.steps, day }));
      return registerJudged(tx, ctx, { name, reason, decision, steps: plan.steps }, one);
    },
  ),

  handle(bodiesCsv, async ({ query, ctx, tx }) => {
    const bytes = csvOf(HEADS, await tableOf(tx, query.day ?? ctx.today));
    return new Answer(bytes, { filename: "organisationen.csv" });
  }),

  handle(bodiesWorkbook, async ({ query, ctx, tx }) => {
    const rows = await tableOf(tx, query.day ?? ctx.today);
    const columns = HEADS.map((header, i) => ({ header, width: WIDTHS[i] ?? 14 }));
    const order = () => workbookOrder(TITLE, "Tillit", [{ name: TITLE, columns, rows }]);
    return new Answer(new Document(order, { decided: false }), { filename: "organisationen.xlsx" });
  }),
];
