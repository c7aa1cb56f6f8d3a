import { allInForce, latestHeadsOfAll, latestOfAll } from "../decisions/store/versions.ts";
import { ownValue } from "../kernel/own-value.ts";
import { accountsInForce } from "../ledger/store/accounts.ts";
import { nameOfBody } from "../organisation/rules/organisation.ts";
import type { Chapter, Kept, SearchRow } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Budget } from "./base/contract.ts";
import en from "./base/messages/en.json" with { type: "json" };
import sv from "./base/messages/sv.json" with { type: "json" };
import type { InternalBudget } from "./internal/contract.ts";
import { INTERNAL_BUDGET } from "./internal/kind.ts";
import { partsWaiting } from "./internal/part/waiting.ts";
import { internalRows } from "./internal/rules/rows.ts";
import { BUDGET } from "./matter/kind.ts";
import { POPULATION_FORECAST } from "./population/kind.ts";
import { budgetThings, budgetTies } from "./thread.ts";

/** §2.2: the services that the council's budget pays for, and the lines and accounts of the internal budgets, are found by name; a unit's part waits for its manager. */
export const budgetChapter: Chapter = {
  chapter: "budget",
  async setup(tx, { today }) {
    const budgets = await allInForce(tx, { kind: BUDGET.kind }, today);
    const forecasts = await latestHeadsOfAll(tx, { kind: POPULATION_FORECAST.kind }, today);
    return [
      { step: "allocations", count: budgets.length, enough: budgets.length > 0 },
      { step: "population", count: forecasts.length, enough: forecasts.length > 0 },
    ];
  },
  bodiesInUse: async (tx, today) =>
    (await latestOfAll(tx, { kind: BUDGET.kind }, today)).flatMap(({ content }) => [
      ...((content as Partial<Budget>).input?.bodies ?? []),
    ]),
  waiting: partsWaiting,
  ties: async (of) => budgetTies(of),
  threadThings: async (of) => budgetThings(of),
  async searchRows(of, tx) {
    if (of.kind === BUDGET.kind) return servicesOf(of);
    return of.kind === INTERNAL_BUDGET.kind ? [...linesOf(of), ...(await accountsOf(of, tx))] : [];
  },
};

const servicesOf = ({ source, year, content }: Kept): SearchRow[] =>
  (content as Budget).input.services.map(({ id, name, body }) => ({
    thing: `${source}/service/${id}`,
    sort: "service",
    title: name ?? ownValue(sv.service, id) ?? id,
    text: ownValue(en.service, id) ?? "",
    href: `/ekonomi?ar=${year}&organ=${body}`,
    body,
  }));

const pageOf = ({ body, year }: Kept): string => `/ekonomi/internbudget/${body}?ar=${year}`;

/** A line's name once, however many units have it; a unit's own line is found as the unit. */
function linesOf(of: Kept): SearchRow[] {
  const names = new Map<string, SearchRow>();
  for (const { id, name, unit } of (of.content as InternalBudget).lines) {
    const unitName = unit === null ? "" : nameOfBody(of.bodies, unit);
    if (name === unitName || names.has(name)) continue;
    names.set(name, {
      thing: `${of.source}/line/${id}`,
      sort: "line",
      title: name,
      text: unitName,
      href: pageOf(of),
    });
  }
  return [...names.values()];
}

async function accountsOf(of: Kept, tx: Tx): Promise<SearchRow[]> {
  const used = new Set(internalRows(of.content as InternalBudget).flatMap(({ account }) => account ?? []));
  if (used.size === 0) return [];
  const names = new Map((await accountsInForce(tx, of.on))?.map(({ account, name }) => [account, name]));
  return [...used].sort().map((account) => ({
    thing: `${of.source}/account/${account}`,
    sort: "account",
    title: [account, names.get(account)].filter(Boolean).join(" "),
    text: "",
    href: pageOf(of),
  }));
}
