import { ownerNow } from "../decisions/course/rules/present.ts";
import type { Kinds } from "../decisions/matter-kinds.ts";
import { type Held, holders } from "../organisation/holdings.ts";
import { isLookedAt } from "../organisation/rules/looks-at.ts";
import type { Body } from "../organisation/rules/organisation.ts";
import { allBodies, namesOfPeople } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { RegisterRow } from "./contract.ts";
import {
  LEVELS,
  type Level,
  levelOf,
  renewedEachYear,
  stateOn,
  validityOf,
  warningOn,
} from "./rules/register.ts";
import { documentSource } from "./sources.ts";
import { decidedMatters, registeredDocuments, type StoredDocument } from "./store.ts";
import { typeName } from "./words.ts";

export interface RegisterQuery {
  readonly body?: string | undefined;
  readonly level?: Level | undefined;
  readonly state?: RegisterRow["state"] | undefined;
  readonly year?: number | undefined;
}

/**
 * The register (D-1): registered documents and, by themselves, all decided versions in force on the day it is, by level,
 * body and title.
 */
export async function register(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  query: RegisterQuery,
): Promise<RegisterRow[]> {
  const bodies = await allBodies(tx);
  const personName = await namesOfPeople(tx);
  const registered = await registeredDocuments(tx);
  const has = await holders(
    tx,
    ctx.today,
    registered.map(({ id }) => documentSource(id)),
  );
  const place = new Map(bodies.map((body, i) => [body.id, i]));
  const rows = [
    ...registered.map((stored) => registeredRow(stored, ctx, { bodies, personName, has })),
    ...(await decidedRows(tx, ctx, kinds, bodies)),
  ];
  return rows
    .filter((row) => isLookedAt(bodies, query.body, row.body))
    .filter((row) => query.level === undefined || row.level === query.level)
    .filter((row) => query.state === undefined || row.state === query.state)
    .filter((row) => query.year === undefined || ofYear(row, kinds, query.year))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        (place.get(a.body) ?? 0) - (place.get(b.body) ?? 0) ||
        a.title.localeCompare(b.title, "sv"),
    );
}

/** What is about a year belongs to that year; what lasts belongs to every year in which it applies. */
function ofYear(row: RegisterRow, kinds: Kinds, year: number): boolean {
  if (row.origin === "decided" && kinds.declared(row.type).lasts !== "until-next") return row.year === year;
  return row.validFrom <= `${year}-12-31` && (row.validTo === null || row.validTo >= `${year}-01-01`);
}

/** Where a registered document is opened: its own address, the decision on it, or its place in the register. */
export const documentHref = (
  id: string,
  { address, decision }: Pick<StoredDocument["document"], "address" | "decision">,
): string => address ?? (decision === null ? `/dokument#${id}` : `/beslut/${decision}`);

export function registeredRow(
  { id, document }: StoredDocument,
  ctx: Context,
  {
    bodies,
    personName,
    has,
  }: {
    readonly bodies: readonly Body[];
    readonly personName: (person: string) => string;
    /** Who has each thing on the day. */
    readonly has: ReadonlyMap<string, Held>;
  },
): RegisterRow {
  const { level, type, title, body, owner, decision, validFrom, validTo, reviewBy } = document;
  const { responsibleName, decidedResponsibleName } = ownerNow(has, documentSource(id), owner, personName);
  return {
    id,
    origin: "registered",
    title,
    level,
    type,
    typeName: typeName(ctx, type),
    body,
    bodyName: bodies.find((b) => b.id === body)?.name ?? body,
    owner: responsibleName,
    registeredOwner: decidedResponsibleName,
    year: null,
    state: stateOn(document, ctx.today),
    decision,
    validFrom,
    validTo,
    reviewBy,
    warning: warningOn(document, ctx.today),
    href: documentHref(id, document),
  };
}

async function decidedRows(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  bodies: readonly Body[],
): Promise<RegisterRow[]> {
  const matters = await decidedMatters(tx, kinds, ctx.today);
  return matters.map((matter) => {
    const body = bodies.find((b) => b.id === matter.body);
    const validity = validityOf(matter, matters);
    const name = kinds.declared(matter.kind).names[ctx.language];
    return {
      id: matter.id,
      origin: "decided",
      title: matter.lasts === "until-next" ? name : `${name} ${matter.year}`,
      level: levelOf(body?.kind ?? "committee"),
      type: matter.kind,
      typeName: name,
      body: matter.body,
      bodyName: body?.name ?? matter.body,
      owner: body?.name ?? matter.body,
      registeredOwner: null,
      year: matter.year,
      state: stateOn(validity, ctx.today),
      decision: matter.decision,
      validFrom: validity.validFrom,
      validTo: validity.validTo,
      reviewBy: validity.reviewBy,
      warning: warningOn(validity, ctx.today, renewedEachYear(matter, matters) ? "each-year" : "by-hand"),
      href: `/beslut/${matter.decision}`,
    };
  });
}
