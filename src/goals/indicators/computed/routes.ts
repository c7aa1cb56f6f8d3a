import { readsOf } from "../../../decisions/facts/reading.ts";
import type { Day } from "../../../kernel/day.ts";
import { refuse } from "../../../kernel/problem.ts";
import { type Handler, handle, NotFound } from "../../../platform/http/handle.ts";
import { goalAt } from "../facts/goal-at.ts";
import { mayReport } from "../facts/reporting.ts";
import { computedValues } from "../store/values.ts";
import { type ChangedValue, getComputed } from "./contract.ts";
import { computed } from "./facts.ts";
import { computationOf } from "./rules/computation.ts";
import { periodProposed } from "./rules/period.ts";
import type { ComputedSources, Lacking } from "./sources.ts";

export const computedHandlers = (sources: ComputedSources): Handler[] => [
  handle(getComputed, async ({ params, ctx, tx }) => {
    const found = await goalAt(tx, params, ctx.today, await readsOf(tx, ctx));
    const indicator = found?.goal.indicators.find(({ id }) => id === params.indicator);
    if (!found || !indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    const may = await mayReport(tx, ctx, params);
    const computation = computationOf(indicator);
    if (!computation) return { may, proposal: null, lacks: null, changed: [] };
    const asked = { body: params.body, kind: found.kind, asOf: ctx.today };
    const measured = indicator.values
      .filter(({ year }) => year === params.year)
      .map(({ day, to }) => ({ day: day as Day, to: to as Day | null }));
    const period = periodProposed(indicator, params.year, measured, ctx.today);
    const now = period
      ? await computed(sources, tx, computation, { ...asked, period })
      : ({ lacks: "no-period" } satisfies Lacking as Lacking);
    const changed: ChangedValue[] = [];
    const known = await computedValues(tx, params, ctx.today);
    for (const { day, period: of, ...then } of known) {
      const again = await computed(sources, tx, computation, {
        ...asked,
        period: of,
        number: then.number ?? undefined,
      });
      // What can't be computed any more says nothing of what was
      if ("lacks" in again || again.of === then.of || again.value === null || again.value === then.computed)
        continue;
      changed.push({
        day,
        period: of,
        of: again.of,
        source: again.source,
        stated: then.value,
        before: then.computed,
        now: again.value,
        number: then.number,
      });
    }
    // What is registered already is proposed no more: where it is another now, it stands among what has changed
    if (known.some(({ day }) => day === period?.to)) return { may, proposal: null, lacks: null, changed };
    return "lacks" in now
      ? {
          may,
          proposal: null,
          lacks: { why: now.lacks, day: now.day ?? null, month: now.month ?? null },
          changed,
        }
      : { may, proposal: now, lacks: null, changed };
  }),
];
