import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

/** What is done with staff figures after the sample's year: a table is read in, looked at and taken back. */
export async function staffCalls(ask: Ask): Promise<void> {
  const rows = [
    "Enhet;Månad;Kön;Åldersgrupp;Anställda;Årsarbetare;Sjuktimmar;Långtidstimmar;Ordinarie timmar",
    "Björnekullaskolan;2028-04;Kvinnor;30-49;40;36,5;400;100;6000",
    "Björnekullaskolan;2028-04;Män;50-;12;11;40;0;1800",
  ];
  const as = "ekonomichef";
  const file = { name: "personal-2028-04.csv", bytes: new TextEncoder().encode(rows.join("\r\n")) };
  await ask({ method: "POST", path: "/staff/imports", as, file });
  await ask({ method: "GET", path: "/staff/figures/2028?body=bjornekullaskolan", as });
  await ask({ method: "GET", path: "/staff/imports", as });
  await ask({ method: "POST", path: "/staff/imports/1/undo", as });
}
