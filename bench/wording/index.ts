import { wordingRemarks } from "../../src/goals/rules/wording.ts";
import { HELD_OUT, type Labelled, type Score, scoresOf, TUNED } from "../../src/goals/testing/labelled.ts";
import { earlierRemarks } from "./before.ts";

/** How well the wording of goals is read, beside the rule as it was before, on what it was made from and what was kept apart. */
export function measureWording(): void {
  tell("Det som regeln är gjord efter", TUNED);
  tell("Det som har hållits undan", HELD_OUT);
}

function tell(what: string, set: readonly Labelled[]): void {
  const now = scoresOf(set, wordingRemarks);
  const before = scoresOf(set, earlierRemarks);
  const clean = set.filter(({ kinds }) => kinds.length === 0).length;
  console.log(`\n${what}: ${set.length} målformuleringar, ${clean} utan anmärkning`);
  console.log(row("slag", "antal", "precision", "(förr)", "täckning", "(förr)"));
  for (const [i, score] of now.entries()) {
    const then = before[i] as Score;
    console.log(
      row(
        score.kind,
        String(score.labelled),
        share(score.precision),
        share(then.precision),
        share(score.recall),
        share(then.recall),
      ),
    );
  }
}

const share = (of: number): string => of.toFixed(2).replace(".", ",");
const row = (first: string, ...rest: string[]): string =>
  `  ${first.padEnd(14)}${rest.map((one) => one.padStart(11)).join("")}`;
