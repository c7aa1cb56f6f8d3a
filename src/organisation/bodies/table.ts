import { type Day, within } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, handleFile } from "../../platform/http/handle.ts";
import { csvOf, csvSchema, schemaFile } from "../../platform/rendering/csv.ts";
import { Document } from "../../platform/rendering/document.ts";
import { workbookOrder } from "../../platform/rendering/workbook.ts";
import { ledgerCodes } from "../ledger-codes.ts";
import { OtherTable } from "../people/table-contract.ts";
import { type ReadRow, rowsOf } from "../read-table.ts";
import { kindByWord } from "../setup/rules/bodies.ts";
import { whoAsks } from "../store.ts";
import { bodyKindWords } from "../words.ts";
import { type Judged, judged, previewOf } from "./judging.ts";
import sv from "./messages/sv.json" with { type: "json" };
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
  bodiesCsvSchema,
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

/** The columns of the file that leaves, in its order. */
const COLUMNS = [
  { id: "id", header: "Id", width: 30, type: "string", required: true },
  { id: "name", header: "Namn", width: 36, type: "string", required: true },
  { id: "name-en", header: "Namn på engelska", width: 36, type: "string", required: false },
  { id: "kind", header: "Slag", width: 20, type: "string", required: true },
  { id: "parent", header: "Hör till", width: 36, type: "string", required: false },
  { id: "from", header: "Första dagen", width: 14, type: "date", required: true },
  { id: "to", header: "Sista dagen", width: 14, type: "date", required: false },
  { id: "share", header: "Ägarandel, procent", width: 18, type: "decimal", required: false },
  { id: "partners", header: "Delas med", width: 30, type: "string", required: false },
  { id: "codes", header: "Koder i redovisningen", width: 24, type: "string", required: false },
] as const;
const HEADS = COLUMNS.map(({ header }) => header);
const TITLE = "Organisationen";

/** What each column holds, for whoever reads the file as open data. */
const bodiesSchema = () =>
  csvSchema(
    "bodies-table.csv",
    { title: TITLE, about: sv.bodies.table.about },
    COLUMNS.map(({ id, header, type, required }) => ({
      name: header,
      about: sv.bodies.table.column[id],
      type,
      required,
    })),
  );

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

  handle(
    bodiesCsvSchema,
    async () => new Answer(schemaFile(bodiesSchema()), { filename: "organisationen.schema.json" }),
  ),

  handle(bodiesWorkbook, async ({ query, ctx, tx }) => {
    const rows = await tableOf(tx, query.day ?? ctx.today);
    const columns = COLUMNS.map(({ header, width }) => ({ header, width }));
    const order = () => workbookOrder(TITLE, "Tillit", [{ name: TITLE, columns, rows }]);
    return new Answer(new Document(order, { decided: false }), { filename: "organisationen.xlsx" });
  }),
];
