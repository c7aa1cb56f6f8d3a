import { ownValue } from "../../../kernel/own-value.ts";
import { csvOf, csvSchema } from "../../../platform/rendering/csv.ts";
import sv from "../messages/sv.json" with { type: "json" };
import type { Milestones } from "./contract.ts";

const COLUMNS = Object.keys(sv.milestones.column) as (keyof typeof sv.milestones.column)[];
const WHOLE = ["belopp_tkr", "forandring_tkr", "beslut"];
const OPTIONAL = ["beslut", "paragraf", "varfor"];

/** The year's allocations at every step, body by body, as open data: a step's amounts sum to its total (T-1, E-8). */
export const milestonesCsv = ({ bodies, milestones }: Milestones): Uint8Array =>
  csvOf(
    COLUMNS,
    milestones.flatMap(({ stage, day, facts, note, amounts, changes }) =>
      bodies
        .filter(({ id }) => Object.hasOwn(amounts, id))
        .map(({ id, name }) => [
          stage,
          sv.stages.name[stage],
          day,
          facts.ref,
          facts.decision?.number ?? null,
          facts.decision?.paragraph ?? null,
          id,
          name,
          ownValue(amounts, id) ?? 0,
          ownValue(changes, id) ?? 0,
          note,
        ]),
    ),
  );

/** What the CSV file's columns hold. */
export const milestonesCsvSchema = (year: number, csvName: string) =>
  csvSchema(
    csvName,
    {
      title: sv.milestones["csv-title"].replace("{{year}}", String(year)),
      about: sv.milestones["csv-about"],
    },
    COLUMNS.map((name) => ({
      name,
      about: sv.milestones.column[name],
      type: WHOLE.includes(name) ? "integer" : name === "dag" ? "date" : "string",
      required: !OPTIONAL.includes(name),
    })),
  );
