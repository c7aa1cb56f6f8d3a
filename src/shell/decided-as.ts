import { decisionNumbered } from "../decisions/store/chain.ts";
import type { DecidedMatter } from "../decisions/store/search-rows.ts";
import { day } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";

/** What a decision with a number adopted, as it is kept; undefined of a kind that no chapter declares. */
export async function decidedAs(tx: Tx, house: House, number: number) {
  const found = await decisionNumbered(tx, number);
  const version = found?.version;
  const routes = version && house.kinds.find(version.matter.kind)?.routes;
  if (!found || !version || !routes) return undefined;
  const { decision } = found;
  const { matter } = version;
  const chapter = house.chapters.find((one) => one.chapter === routes.kind.chapter);
  const decided: DecidedMatter = { ...decision, kind: routes.kind, matter, organ: decision.organId };
  const { id, kind, body, year } = matter;
  const knownFrom = decision.registeredOn === undefined ? undefined : day(decision.registeredOn);
  const on = day(decision.decidedOn);
  const stored = { source: id, kind, body, year, on, knownFrom, content: routes.read(version) };
  return { chapter, stored, decided };
}
