import { matterId } from "../../decisions/rules/kind.ts";
import { headsOn, versionOfHead } from "../../decisions/store/versions.ts";
import { type Day, within } from "../../kernel/day.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { occasionsIn } from "../store.ts";
import { type OwnerReports, ownerReportRoutes } from "./contract.ts";
import { OWNER_REPORT } from "./kind.ts";
import { OWNER_OCCASIONS, type OwnerOccasion } from "./rules/owner-report.ts";

/** The days of a year's occasion, by the year wheel in force: those of the bodies' own reports (A-13). */
export const ownerOccasion = async (tx: Tx, occasion: OwnerOccasion, year: number, asOf: Day) =>
  (await occasionsIn(tx, occasion, year, asOf)).body;

/** A company's decided reports of a year, the newest of each occasion. */
export async function decidedReports(tx: Tx, body: string, year: number, asOf: Day) {
  const found = new Map<OwnerOccasion, NonNullable<OwnerReports[number]["told"][number]["report"]>>();
  for (const head of await headsOn(tx, matterId(OWNER_REPORT.kind, body, year), asOf)) {
    if (!head.decision) continue;
    const { occasion, resultTkr, equityTkr, risk, happened } = ownerReportRoutes.read(
      await versionOfHead(tx, head),
    );
    if (found.has(occasion)) continue;
    found.set(occasion, {
      version: head.number,
      decision: head.decision.number,
      decidedOn: head.decision.decidedOn as Day,
      resultTkr,
      equityTkr,
      risk,
      happened,
    });
  }
  return found;
}

/** All part-owned companies with what each has told its owner of a year, and what is late. */
export async function ownerReports(tx: Tx, year: number, asOf: Day): Promise<OwnerReports> {
  const days = new Map<OwnerOccasion, { readonly until: Day; readonly due: Day } | undefined>();
  for (const occasion of OWNER_OCCASIONS) days.set(occasion, await ownerOccasion(tx, occasion, year, asOf));
  const companies = (await allBodies(tx)).filter(({ kind }) => kind === "part-owned-company");
  const all: OwnerReports = [];
  for (const { id, name, sharePercent, validFrom, validTo } of companies) {
    const owing = OWNER_OCCASIONS.filter((one) => within(days.get(one)?.until ?? asOf, validFrom, validTo));
    if (owing.length === 0) continue;
    const decided = await decidedReports(tx, id, year, asOf);
    all.push({
      body: id,
      name,
      sharePercent: sharePercent ?? null,
      told: owing.map((occasion) => {
        const due = days.get(occasion)?.due ?? null;
        const report = decided.get(occasion) ?? null;
        return { occasion, due, late: report === null && due !== null && due < asOf, report };
      }),
    });
  }
  return all;
}
