import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NOT_BACKED_UP } from "../../platform/database/backup/catalogue.ts";
import { NOT_HANDED_OVER } from "../../platform/database/handover/tables.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf } from "../../shell/testing/raw.ts";
import type { ControlEvidence, SampleView } from "./contract.ts";
import { drawnAgain } from "./rules/sampling.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const AT = "bildningsnamnden/2027/k-samtal";
const DAY = "2027-03-10";
let a: Astorp;

const PDF = Buffer.from("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
const send = (as: string, bytes: Uint8Array, name: string, query: Record<string, string | number> = {}) => {
  const of = { body: "bildningsnamnden", year: 2027, control: "k-samtal", time: 1, ...query };
  const text = Object.entries(of).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return a.call(as, DAY, "POST", `/control/evidence?${text.join("&")}`, { file: { name, bytes } });
};
const evidence = async (as: string, on = DAY) =>
  json(await a.call(as, on, "GET", `/control/evidence/${AT}`)) as ControlEvidence;
const open = async (as: string, id: string) => {
  const headers = { cookie: await cookieOf(a.server.app, as), "tillit-today": DAY };
  return a.server.app.inject({ url: `/api/control/evidence-files/${id}`, headers });
};

beforeAll(async () => {
  a = await astorp();
  const plan = {
    risks: [
      {
        id: "franvaro",
        text: "Återkommande frånvaro upptäcks sent",
        area: "Elevhälsa",
        purpose: "operation",
        likelihood: 3,
        consequence: 4,
        reason: "Skolorna följde upp på olika sätt",
        raisedBy: "committee",
        responsible: "bildning-chef",
      },
    ],
    controls: [
      {
        id: "k-samtal",
        risk: "franvaro",
        text: "Samtal hålls inom fem dagar",
        method: "Granskning",
        scope: "20 elever",
        responsible: "rektor-bjornekulla",
        due: "2027-10-31",
        times: 2,
      },
    ],
  };
  await a.draft("bildning-chef", "2026-11-01", "/control/control-plan/bildningsnamnden/2027", plan);
  const decided = await a.decide("bildning-sekreterare", "2026-11-18", "control-plan:bildningsnamnden:2027");
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const done = { result: "no-deviation", doneOn: DAY, sample: "", finding: "", measure: null };
  await a.call("rektor-bjornekulla", DAY, "POST", `/control/carried-out/${AT}`, { body: done });
});
afterAll(() => a.stop());

test("K-4: the responsible draws a sample from a list that is not kept, and anyone who has the list can draw it again", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `Elev ${i + 1}`);
  const draw = (as: string, body: object) => a.call(as, DAY, "POST", `/control/samples/${AT}`, { body });
  const wanted = { listName: "Elever med frånvaro i mars", rows, size: 8 };
  expect((await draw("larare-bjornekulla", wanted)).status).toBe(403);
  expect(json(await draw("rektor-bjornekulla", { ...wanted, size: 61 })).errors).toMatchObject([
    { at: "size", code: "sample-larger-than-list" },
  ]);
  const sample = json(await draw("rektor-bjornekulla", wanted)) as SampleView;
  expect(sample).toMatchObject({ listRows: 60, on: DAY });
  expect(sample.listSha256).toBe(
    createHash("sha256")
      .update(`${rows.join("\n")}\n`)
      .digest("hex"),
  );
  expect(drawnAgain(sample, rows)).toBe("same");
  expect(drawnAgain(sample, rows.toReversed())).toBe("other-rows");
  // Each draw is there, whoever would rather have had another
  await draw("rektor-bjornekulla", wanted);
  expect((await evidence("revisor")).samples).toHaveLength(2);
  expect((await evidence("larare-bjornekulla")).samples[1]?.drawn).toEqual(sample.drawn);
  expect((await evidence("social-chef")).samples).toEqual([]);
  expect((await evidence("revisor", "2027-03-09")).samples).toEqual([]);
  await expect(a.sql("update control.sample set seed = 1")).rejects.toThrow("never changes");
});

test("K-4: a list is read out of a file, to be looked at before anything is drawn", async () => {
  const read = (text: string) =>
    a.call("rektor-bjornekulla", DAY, "POST", "/control/sample-list", {
      file: { name: "lista.csv", bytes: Buffer.from(text) },
    });
  expect(json(await read("Ärende;Dag\n17;2027-01-05\n\n18;2027-01-06\n"))).toEqual({
    rows: ["Ärende Dag", "17 2027-01-05", "18 2027-01-06"],
    left: 0,
  });
  expect(json(await read("\n\n"))).toMatchObject({ code: "no-rows" });
});

test("K-4: evidence is what it holds, whatever it is called; what runs, or is no paper, picture or text, is refused", async () => {
  const codes = async (bytes: Uint8Array, name: string, query = {}) =>
    json(await send("rektor-bjornekulla", bytes, name, query)).code;
  expect(await codes(Buffer.from([0x4d, 0x5a, 0, 1]), "protokoll.pdf")).toBe("not-evidence");
  expect(await codes(Buffer.from("%PDF-1.7 cut off"), "a.pdf")).toBe("not-evidence");
  expect(await codes(Buffer.from("%PDF-1.7 << /S /JavaScript >> %%EOF"), "a.pdf")).toBe("evidence-runs");
  expect(await codes(Buffer.from("PK\u0003\u0004trasig"), "a.xlsx")).toBe("not-evidence");
  expect(await codes(PDF, "a.pdf", { time: 7 })).toBe("not-carried-out");
  expect((await send("larare-bjornekulla", PDF, "a.pdf")).status).toBe(403);
  expect((await send("social-chef", PDF, "a.pdf")).status).toBe(403);
  const added = json(await send("rektor-bjornekulla", PDF, "protokoll")) as ControlEvidence;
  expect(added.files).toMatchObject([{ filename: "protokoll", sort: "pdf", size: PDF.length, reads: true }]);
  expect(await codes(PDF, "samma.pdf")).toBe("evidence-there");
  const large = Buffer.alloc(300_000, "ett stickprov\n");
  expect((await send("rektor-bjornekulla", large, "lista.txt", { ground: "23:2" })).status).toBe(200);
});

test("K-4: it is read by the body's own line, those named and the auditors, and each opening is noted; never by the public", async () => {
  const [paper, secret] = (await evidence("rektor-bjornekulla")).files;
  const opened = await open("revisor", paper?.id ?? "");
  expect(opened.statusCode).toBe(200);
  expect(opened.headers["content-type"]).toContain("application/octet-stream");
  expect(opened.headers["content-disposition"]).toContain("protokoll.pdf");
  expect(opened.headers["x-content-type-options"]).toBe("nosniff");
  expect(opened.payload).toBe(PDF.toString());
  const whole = await open("bildning-chef", secret?.id ?? "");
  expect(createHash("sha256").update(whole.payload).digest("hex")).toBe(secret?.sha256);
  // Nobody else learns what a secret one is called
  expect((await evidence("larare-bjornekulla")).files).toMatchObject([
    { reads: true },
    { reads: false, filename: "", ground: "23:2" },
  ]);
  for (const [who, id] of [
    ["larare-bjornekulla", secret?.id],
    ["ks-ordforande", paper?.id],
    ["social-chef", paper?.id],
  ] as const)
    expect((await open(who, id ?? "")).json(), who).toMatchObject({ code: "evidence-not-yours" });
  const nobody = await a.server.app.inject({ url: `/api/control/evidence-files/${paper?.id}` });
  expect(nobody.statusCode).toBe(401);
  const { rows } = await a.sql(
    "select person_id, reason from platform.security_event where kind = 'evidence-opened' order by entry",
  );
  expect(rows).toEqual([
    { person_id: "revisor", reason: `control-report:bildningsnamnden:2027/k-samtal/1/${paper?.id}` },
    { person_id: "bildning-chef", reason: `control-report:bildningsnamnden:2027/k-samtal/1/${secret?.id}` },
  ]);
  // What a file is called is in no log
  const logged = await a.sql("select after from platform.change_log where table_name = 'control.evidence'");
  expect(JSON.stringify(logged.rows)).not.toContain("protokoll");
});

test("T-3: files leave with the backup and with what is handed over, in pieces that are never heavy", async () => {
  for (const left of [NOT_BACKED_UP, NOT_HANDED_OVER])
    expect(Object.keys(left).filter((table) => table.startsWith("control"))).toEqual([]);
  const { rows } = await a.sql(
    "select max(octet_length(bytes)) as largest, count(*)::int from control.evidence_piece",
  );
  expect(rows).toEqual([{ largest: 65_536, count: 6 }]);
});

test("K-4: what was wrong is taken away with its reason: its content goes, and what is told of it stays", async () => {
  const [paper] = (await evidence("rektor-bjornekulla")).files;
  const remove = (as: string) =>
    a.call(as, DAY, "POST", `/control/evidence-files/${paper?.id}/removal`, {
      body: { reason: "Fel elev" },
    });
  expect((await remove("larare-bjornekulla")).status).toBe(403);
  const left = json(await remove("rektor-bjornekulla")) as ControlEvidence;
  expect(left.files[0]).toMatchObject({ reads: false, removed: { reason: "Fel elev", on: DAY } });
  expect(json(await remove("rektor-bjornekulla"))).toMatchObject({ code: "no-evidence" });
  expect((await open("revisor", paper?.id ?? "")).json()).toMatchObject({ code: "no-evidence" });
  const { rows } = await a.sql(
    `select count(*)::int as pieces from control.evidence_piece where evidence_id = '${paper?.id}'`,
  );
  expect(rows).toEqual([{ pieces: 0 }]);
  await expect(a.sql("update control.evidence set filename = 'x'")).rejects.toThrow("never changes");
});
