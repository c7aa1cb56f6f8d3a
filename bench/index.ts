import { country } from "../src/budget/allocation/testing/country.ts";
import { measureCommitments } from "./commitments.ts";
import { measureCountry } from "./country.ts";
import { measureLoad } from "./load/index.ts";
import { measureRecalculation } from "./recalculation.ts";
import { measureReminders } from "./reminders.ts";
import { measureSearch } from "./search.ts";
import { measureSize } from "./size.ts";
import { measureSlider } from "./slider.ts";
import { measureThread } from "./thread.ts";
import { measureWording } from "./wording/index.ts";

// How long an allocation takes, beside the same model in a spreadsheet engine and beside the bare sums; how often a slider's
// page is drawn; and how many the server answers at once. Only told, never tested: a machine that is busy is not a fault.
// docs/speed.md says what is measured. One part alone is named: `npm run bench -- load`.

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  recalculation: measureRecalculation,
  country: () => {
    const { source, inputs } = country();
    measureCountry(source, inputs);
  },
  slider: measureSlider,
  load: measureLoad,
  size: measureSize,
  search: measureSearch,
  thread: measureThread,
  reminders: measureReminders,
  commitments: measureCommitments,
  wording: measureWording,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `Det finns ingen mätning ${unknown.join(", ")}. Välj bland: ${Object.keys(parts).join(", ")}.`,
  );
  process.exitCode = 2;
} else for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]?.();
