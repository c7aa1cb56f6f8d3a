import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

/** What is done with measured values after the sample's year: a table is read and taken back, and a single value. */
export async function valueCalls(ask: Ask): Promise<void> {
  const table = { body: "bildningsnamnden", goal: "lasning", indicator: "kravniva-lasning" };
  const about = new URLSearchParams({ ...table, year: "2028", day: "2028-05-12" });
  const rows = ["Skola;Flickor;Antal flickor;Pojkar;Antal pojkar", "Hyllinge skola;91;22;79;24"];
  await ask({
    method: "POST",
    path: `/goals/values-file?${about}`,
    as: "rektor-bjornekulla",
    file: { name: "lasning.csv", bytes: new TextEncoder().encode(rows.join("\r\n")) },
  });
  await ask({
    method: "POST",
    path: `/goals/value-imports/${Object.values(table).join("/")}/1/undo`,
    as: "rektor-bjornekulla",
  });
  const value = "/goals/values/socialnamnden/kontinuitet/personkontinuitet/2027-04-20";
  const measured = await ask({ method: "GET", path: value, as: "social-chef" });
  await ask({
    method: "DELETE",
    path: `${value}?reason=${encodeURIComponent("Hörde till en annan indikator")}`,
    as: "social-chef",
    headers: { "if-match": measured.etag as string },
  });
}
