import { matterId } from "../../decisions/rules/kind.ts";
import { restsOn, type Version, versionOn } from "../../decisions/store/versions.ts";
import { dayOfMoment } from "../../kernel/moment.ts";
import { refuse } from "../../kernel/problem.ts";
import { accountsInForce } from "../../ledger/store/accounts.ts";
import { allBodies, municipalityOf } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { schemaFile } from "../../platform/rendering/csv.ts";
import { Document } from "../../platform/rendering/document.ts";
import {
  getBudgetMonths,
  getInternalLines,
  getInternalLinesSchema,
  getInternalWorkbook,
  internalBudgetRoutes,
  NoInternalBudget,
} from "./contract.ts";
import { budgetMonthsOf } from "./facts.ts";
import { INTERNAL_BUDGET } from "./kind.ts";
import { type InternalFacts, internalCsv, internalCsvSchema, internalWorkbook } from "./open-data.ts";

export const internalHandlers: Handler[] = [
  handle(getBudgetMonths, async ({ params: { year }, ctx, tx }) => ({
    year,
    bodies: (await budgetMonthsOf(tx, year, ctx.today)).map((one) => ({
      ...one,
      monthsTkr: [...one.monthsTkr],
    })),
  })),

  handle(getInternalLines, async ({ params, ctx, tx }) => {
    const { facts, version } = await internalFacts(tx, ctx, params);
    const lines = new Document(() => ({ form: "file", bytes: internalCsv(facts) }), decided(version));
    return new Answer(lines, { filename: filename(facts, version, "csv") });
  }),

  handle(getInternalLinesSchema, async ({ params, ctx, tx }) => {
    const { facts, version } = await internalFacts(tx, ctx, params);
    const schema = internalCsvSchema(facts, "lines.csv");
    return new Answer(schemaFile(schema), {
      filename: filename(facts, version, "schema.json"),
    });
  }),

  handle(getInternalWorkbook, async ({ params, ctx, tx }) => {
    const { facts, version } = await internalFacts(tx, ctx, params);
    const workbook = new Document(() => internalWorkbook(facts), decided(version));
    return new Answer(workbook, { filename: filename(facts, version, "xlsx") });
  }),
];

/** Accounts are called what they are called now where no file had named them then: what it is made of is gathered each time. */
const decided = ({ decision }: Version) => ({ decided: decision !== null });

/** "internbudget-socialnamnden-2027.csv", with "utkast" and the version's number for what is not decided. */
const filename = ({ body, year }: InternalFacts, { number, decision }: Version, ending: string): string =>
  `${["internbudget", body, year, ...(decision ? [] : ["utkast", `v${number}`])].join("-")}.${ending}`;

/** The newest version for those who have signed in, else the decided one: a draft is the administration's own (TF 2 ch.). */
async function internalFacts(
  tx: Tx,
  ctx: Context,
  { body, year }: { body: string; year: number },
): Promise<{ facts: InternalFacts; version: Version }> {
  const version = await versionOn(tx, matterId(INTERNAL_BUDGET.kind, body, year), ctx.today, (heads) =>
    ctx.personId ? heads[0] : heads.find((one) => one.decision !== null),
  );
  const asOf = version ? await restsOn(tx, version, ctx.today) : ctx.today;
  const names = new Map((await allBodies(tx, asOf)).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  if (!version) refuse(NoInternalBudget, { params: { body: nameOf(body), year } });
  // An account that no file had named when the budget was decided is called what it is called now
  const named =
    (await accountsInForce(tx, dayOfMoment(asOf))) ?? (await accountsInForce(tx, ctx.today)) ?? [];
  const accounts = new Map(named.map(({ account, name }) => [account, name]));
  return {
    version,
    facts: {
      municipality: (await municipalityOf(tx, ctx.municipality, asOf)).name,
      body,
      year,
      budget: internalBudgetRoutes.read(version),
      nameOf,
      accountName: (account) => accounts.get(account),
    },
  };
}
