import type { Site } from "./site.ts";

interface Forecast {
  readonly content: {
    readonly forecast: readonly { readonly year: number; readonly people: readonly number[] }[];
  };
}

/** A year's people as Statistics Sweden lays them out, by age and sex, with a factor for what was counted after all. */
export async function countedPeople(site: Site, year: number, factor = 1) {
  const { json } = await site.astorp.call(
    "controller-ksf",
    "2028-05-15",
    "GET",
    "/budget/population-forecasts/2028/1",
  );
  const people = (json as Forecast).content.forecast.find((one) => one.year === year)?.people ?? [];
  const half = (count: number, men: boolean) =>
    men ? Math.floor((count * factor) / 2) : Math.ceil((count * factor) / 2);
  const rows = people.flatMap((count, age) =>
    ["män", "kvinnor"].map(
      (sex) => `"Åstorp";"${age === 100 ? "100+" : age}";"${sex}";${half(count, sex === "män")}`,
    ),
  );
  return {
    name: `folkmangd-${year}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from([`"region";"ålder";"kön";"${year}"`, ...rows].join("\r\n"), "latin1"),
  };
}

/** The annual report has its own way; here it is only what the supplementary budget is decided together with (E-5). */
export async function decideAnnualReport(site: Site, year: number, day: string): Promise<void> {
  const path = (of: number) => `/followup/annual-report/kommunfullmaktige/${of}`;
  const before = await site.astorp.call("ekonomichef", day, "GET", path(year - 1));
  const { data: _, ...content } = (before.json as { content: Record<string, unknown> }).content;
  const { json } = await site.astorp.draft("ekonomichef", day, path(year), content);
  const { remarks } = json as { remarks: readonly { code: string; level: string }[] };
  const asked = remarks.filter(({ level }) => level === "needs-reason");
  const reasons = Object.fromEntries(asked.map(({ code }) => [code, "Nämnderna redovisar muntligt."]));
  const matter = `annual-report:kommunfullmaktige:${year}`;
  const decided = await site.astorp.decide("kf-sekreterare", day, matter, { paragraph: "§ 51", reasons });
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.json));
}
