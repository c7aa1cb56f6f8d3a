import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

/** The wheel is written for a coming year, and the executive decides on an extra follow-up, which a committee reports. */
export async function wheelCalls(ask: Ask, on: string): Promise<void> {
  const wheel = (await ask({ method: "GET", path: "/year/model-wheel", as: "kommunchef" })).json;
  const ownWheel = { path: "/year/year-wheel/kommunstyrelsen/2030", as: "kommunchef" };
  await ask({ method: "PUT", ...ownWheel, body: wheel, headers: { "if-none-match": "*" } });
  await ask({ method: "GET", ...ownWheel });
  await ask({ method: "GET", path: "/year/wheel/2028/written", as: "kommunchef" });
  const extra = { path: "/year/extra-occasions/kommunstyrelsen/2028", as: "kommunchef" };
  const occasion = {
    month: 10,
    due: "2028-11-22",
    bodies: ["committee"],
    why: "Prognosen visar underskott.",
  };
  await ask({ method: "PUT", ...extra, body: { occasions: [occasion] }, headers: { "if-none-match": "*" } });
  await ask({ method: "GET", ...extra });
  const matter = "extra-occasions:kommunstyrelsen:2028";
  const drafts = await ask({
    method: "GET",
    path: `/matters?kind=extra-occasions&body=kommunstyrelsen&year=2028`,
    as: "kommunchef",
  });
  const [{ version, revision } = { version: 1, revision: 1 }] = drafts.json as {
    version: number;
    revision: number;
  }[];
  await ask({
    method: "POST",
    path: `/matters/${matter}/proposal`,
    as: "kommunchef",
    body: { revision, why: "Underskottet växer.", perspectives: [] },
  });
  await ask({
    method: "POST",
    path: "/decisions",
    as: "ks-sekreterare",
    body: {
      matter,
      version,
      revision,
      decidedOn: on,
      paragraph: "§ 62",
      reference: "KS 2028/62",
      sentence: "Nämnderna följer upp ekonomin också efter oktober",
    },
  });
  const ofExtra = { path: "/followup/extra-follow-up/socialnamnden/2028", as: "social-chef" };
  const { json: report } = await ask({ method: "GET", ...ofExtra, path: `${ofExtra.path}/proposal` });
  await ask({ method: "PUT", ...ofExtra, body: report, headers: { "if-none-match": "*" } });
  await ask({ method: "GET", ...ofExtra });
}
