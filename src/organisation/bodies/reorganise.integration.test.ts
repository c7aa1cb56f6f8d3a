import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { keepHoldings } from "../holdings.ts";
import type { ReorganisationPreview } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const TODAY = "2027-05-15";
const DAY = "2027-07-01";
const AFTER = "2027-07-02";
const CHANGE = {
  name: "Bildning, kultur och fritid blir en nämnd",
  day: DAY,
  reason: "En väg in för barn och unga",
  decision: "KF 2027-04-26 § 61",
  steps: [
    { do: "merge", bodies: ["kultur-och-fritidsnamnden"], into: "bildningsnamnden", posts: "end" },
    { do: "change", body: "bildningsnamnden", name: "Bildnings- och kulturnämnden" },
    { do: "move", body: "elevhalsan", parent: "socialforvaltningen" },
  ],
};
const call = (day: string, method: "GET" | "POST", path: string, body?: object) =>
  a.call("systemforvaltare", day, method, path, body ? { body } : {});
const bodyOn = async (day: string, id: string) =>
  (
    (await call(day, "GET", "/bodies")).json as {
      id: string;
      name: string;
      parent: string;
      validTo: string | null;
      continuedBy?: string;
    }[]
  ).find((body) => body.id === id);

test("R-1: who may not change the organisation learns who may; a system manager sees what follows to whom before it is stored", async () => {
  const refused = await a.call("bildning-chef", TODAY, "POST", "/reorganisations/preview", {
    body: { day: DAY, steps: CHANGE.steps },
  });
  expect(refused.status).toBe(403);
  expect(JSON.stringify(refused.json)).toContain("systemförvaltare");
  const { status, json } = await call(TODAY, "POST", "/reorganisations/preview", {
    day: DAY,
    steps: CHANGE.steps,
  });
  expect(status, JSON.stringify(json)).toBe(200);
  const preview = json as ReorganisationPreview;
  expect(preview.remarks).toEqual([]);
  expect(preview.left).toMatchObject([
    {
      body: "kultur-och-fritidsnamnden",
      to: "bildningsnamnden",
      toName: "Bildnings- och kulturnämnden",
      codes: ["500"],
    },
  ]);
  expect(preview.left[0]?.posts.every(({ becomes }) => becomes === "end")).toBe(true);
  const parents = new Map(preview.after.map(({ id, parent }) => [id, parent]));
  expect(parents.get("kultur-och-fritidsforvaltningen")).toBe("bildningsnamnden");
  expect(parents.get("elevhalsan")).toBe("socialforvaltningen");
  expect(parents.has("kultur-och-fritidsnamnden")).toBe(false);
  // Nothing is stored by looking
  expect((await call(TODAY, "GET", "/reorganisations")).json).toEqual([]);
});

test("R-1: what stops it is said step by step, and nothing is stored", async () => {
  const steps = [
    { do: "end", body: "kommunfullmaktige", to: null, posts: "end" },
    { do: "end", body: "socialnamnden", to: null, posts: "end" },
    { do: "move", body: "hemvard", parent: "nattpatrullen" },
  ];
  const { status, json } = await call(TODAY, "POST", "/reorganisations", { ...CHANGE, steps });
  expect(status).toBe(422);
  const codes = (json as { errors: { code: string }[] }).errors.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining(["reorganise-homeless", "reorganise-council", "reorganise-circle"]),
  );
  expect((await call(TODAY, "POST", "/reorganisations", { ...CHANGE, day: "2027-05-14" })).status).toBe(422);
  expect((await call(TODAY, "GET", "/reorganisations")).json).toEqual([]);
});

test("R-1: it holds by itself from its day, and before that all is as it was; taken back it never was", async () => {
  const first = await call(TODAY, "POST", "/reorganisations", CHANGE);
  expect(first.status, JSON.stringify(first.json)).toBe(200);
  const { id } = first.json as { id: string };
  const takenBack = await call(TODAY, "POST", `/reorganisations/${id}/taking-back`, { reason: "Fel dag" });
  expect(takenBack.status, JSON.stringify(takenBack.json)).toBe(200);
  expect((await bodyOn(AFTER, "bildningsnamnden"))?.name).toBe("Bildningsnämnden");
  expect((await bodyOn(AFTER, "kultur-och-fritidsnamnden"))?.validTo).toBeNull();

  expect((await call(TODAY, "POST", "/reorganisations", CHANGE)).status).toBe(200);
  const before = await bodyOn("2027-06-30", "bildningsnamnden");
  expect(before?.name).toBe("Bildningsnämnden");
  expect((await bodyOn("2027-06-30", "elevhalsan"))?.parent).toBe("bildningsforvaltningen");
  expect((await bodyOn(AFTER, "bildningsnamnden"))?.name).toBe("Bildnings- och kulturnämnden");
  expect((await bodyOn(AFTER, "elevhalsan"))?.parent).toBe("socialforvaltningen");
  expect(await bodyOn(AFTER, "kultur-och-fritidsnamnden")).toMatchObject({
    validTo: "2027-06-30",
    continuedBy: "bildningsnamnden",
  });
});

test("R-1: what the ended committee leaves is its successor's to write and decide, from the day on", async () => {
  const may = async (person: string, day: string, action: string, body: string) =>
    ((await a.call(person, day, "GET", `/may?action=${action}&body=${body}`)).json as { allowed: boolean })
      .allowed;
  const left = "kultur-och-fritidsnamnden";
  expect(await may("bildning-ordforande", "2027-06-30", "decide:body-goals", left)).toBe(false);
  expect(await may("bildning-ordforande", AFTER, "decide:body-goals", left)).toBe(true);
  const codes = (await call(AFTER, "GET", "/ledger-codes")).json as {
    codes: { code: string; periods: { body: string; validFrom: string; validTo: string | null }[] }[];
  };
  expect(codes.codes.find(({ code }) => code === "500")?.periods).toEqual([
    { body: left, validFrom: "2019-01-01", validTo: "2027-06-30" },
    { body: "bildningsnamnden", validFrom: DAY, validTo: null },
  ]);
});

test("R-1: each body tells what it is, who is there and what has become of it; Popolo names the elected alone", async () => {
  const { json, status } = await call(AFTER, "GET", "/bodies/bildningsnamnden");
  expect(status, JSON.stringify(json)).toBe(200);
  expect((json as { history: { what: string }[] }).history.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["renamed", "goes-on-with", "began"]),
  );
  const popolo = (await call(AFTER, "GET", "/organisation/popolo")).json as {
    organizations: { id: string; other_names: object[] }[];
    persons: { id: string }[];
  };
  expect(popolo.organizations.find(({ id }) => id === "bildningsnamnden")?.other_names).toContainEqual({
    name: "Bildningsnämnden",
    note: "former",
  });
  expect(popolo.persons.map(({ id }) => id)).not.toContain("bildning-chef");
});

test("R-1: a reorganisation whose day has come stands", async () => {
  const [own] = (await call(TODAY, "GET", "/reorganisations")).json as { id: string }[];
  const { status } = await call(AFTER, "POST", `/reorganisations/${own?.id}/taking-back`, {
    reason: "Ånger",
  });
  expect(status).toBe(409);
});

test("R-1, R-2: it is told who leads what ends, what can't follow and who takes over, and it becomes so", async () => {
  const on = "2027-09-01";
  const thing = {
    thing: "prov:byggnamnden/dialog",
    what: "goal",
    person: "byggmiljo-ordforande",
    body: "bygg-och-miljonamnden",
    name: "dialog",
  };
  await a.server.door.write(
    { municipality: "1277", personId: "systemforvaltare", requestId: "prov" },
    "Prov",
    (tx) => keepHoldings(tx, "1277", "prov:byggnamnden:2027", "2027-02-01", [thing]),
  );
  const steps = [
    { do: "merge", bodies: ["bygg-och-miljonamnden"], into: "bildningsnamnden", posts: "follow" },
  ];
  const preview = (await call(TODAY, "POST", "/reorganisations/preview", { day: on, steps }))
    .json as ReorganisationPreview;
  const chair = preview.left[0]?.posts.find(({ person }) => person === "byggmiljo-ordforande");
  expect(chair).toMatchObject({ leads: true, becomes: "end", because: "taken", alone: true });
  expect(chair?.things).toMatchObject([{ count: 1 }]);
  const registered = await call(TODAY, "POST", "/reorganisations", { ...CHANGE, day: on, steps });
  expect(registered.status, JSON.stringify(registered.json)).toBe(200);
  const { rows } = await a.sql(
    `select person_id from organisation.post where body_id = 'bildningsnamnden' and role = 'chair' and valid_to is null`,
  );
  expect(rows).toHaveLength(1);
  const held = await a.sql(
    "select valid_from::text from organisation.holding where name = 'dialog' and after_post is not null",
  );
  expect(held.rows[0]).toEqual({ valid_from: on });
});
