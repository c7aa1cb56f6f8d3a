import { matterId } from "../decisions/rules/matter-kind.ts";
import { versionsOn } from "../decisions/store.ts";
import { refuse } from "../kernel/problem.ts";
import { allBodies } from "../organisation/store.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { goalsOf } from "./complete-position.ts";
import { BUDGET, Budget, NoBudget } from "./contract.ts";
import { getPosition } from "./contract-position.ts";
import { COUNCIL } from "./kinds.ts";
import { restoring } from "./rules/position-remarks.ts";

export const positionHandlers: Handler[] = [
  handle(getPosition, async ({ params, ctx, tx }) => {
    const versions = await versionsOn(tx, matterId(BUDGET.kind, COUNCIL, params.year), ctx.today);
    // A draft is the administration's own until it is decided (TF 2 ch.): only who has signed in sees it
    const version = versions.find((v) => v.decision !== null) ?? (ctx.personId ? versions[0] : undefined);
    if (!version) refuse(NoBudget, { params: { year: params.year } });
    const budget = Budget.parse(version.content);
    const { position, statements } = budget;
    return {
      matter: version.matter.id,
      version: version.number,
      state: version.state,
      decision: version.decision?.number ?? null,
      years: [...budget.input.years],
      bodies: (await allBodies(tx)).map(({ id, name }) => ({ id, name })),
      results: budget.results ?? [],
      resultInput: budget.resultInput,
      financialGoals: goalsOf(budget),
      position: position ?? null,
      statements: statements ?? null,
      restoring:
        position && statements
          ? restoring(statements, position.earlierDeficits).map((deficit) => ({
              ...deficit,
              left: [...deficit.left],
            }))
          : [],
    };
  }),
];
