import { yearOf } from "../../kernel/day.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { knownPeople, whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { budgetInForce } from "../store.ts";
import { decidedReports, ownerOccasion } from "./facts.ts";
import { OWNER_REPORT } from "./kind.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { OwnerOccasion } from "./rules/owner-report.ts";

const WORDS = { sv, en };

/**
 * The reports of part-owned companies that wait: for the company's managing director, or, of a company that nobody here leads, for the
 * finance director, who registers what its board has told.
 */
export async function ownerReportsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  if (ctx.personId === undefined) return [];
  const who = await whoAsks(tx, ctx);
  const posts = who.person ? postsOn(who.person, ctx.today) : [];
  const registers = posts.some(({ role }) => role === "finance-director");
  const companies = who.bodies.filter(({ kind }) => kind === "part-owned-company");
  if (companies.length === 0 || (!registers && !posts.some(({ role }) => role === "managing-director")))
    return [];
  const led = new Set(
    (await knownPeople(tx)).flatMap((person) =>
      postsOn(person, ctx.today).flatMap(({ role, body }) => (role === "managing-director" ? [body] : [])),
    ),
  );
  const mine = companies.filter(({ id }) =>
    led.has(id)
      ? posts.some(({ role, body }) => role === "managing-director" && body === id)
      : registers && who.may(`edit:${OWNER_REPORT.kind}`, id).allowed,
  );
  const lines: Waiting[] = [];
  const year = yearOf(ctx.today);
  const asked: readonly [OwnerOccasion, number][] = [
    ["annual-report", year - 1],
    ["interim-report", year],
  ];
  for (const [occasion, of] of asked) {
    const days = await ownerOccasion(tx, occasion, of, ctx.today);
    // Of a year from before the municipality's own budgets here nothing is asked
    if (!days || days.from > ctx.today || !(await budgetInForce(tx, of, ctx.today))) continue;
    for (const { id } of mine) {
      if ((await decidedReports(tx, id, of, ctx.today)).has(occasion)) continue;
      lines.push({
        thing: `${OWNER_REPORT.kind}:${id}:${of}/${occasion}`,
        todo: "write",
        name: WORDS[ctx.language].owner.waiting[occasion].replace("{{year}}", String(of)),
        language: ctx.language,
        cite: OWNER_REPORT.cite,
        body: id,
        year: of,
        from: days.from,
        due: days.due,
        late: days.due < ctx.today,
        href: `/uppfoljning/delagda/${id}/${of}`,
        kind: OWNER_REPORT.kind,
      });
    }
  }
  return lines;
}
