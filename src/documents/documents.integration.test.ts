import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { DocumentView, LawView, RegisterRow } from "./contract.ts";

const ON = "2026-05-15";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const policy = {
  level: "committee",
  type: "delegation-order",
  title: "Delegationsordning för socialnämnden",
  body: "socialnamnden",
  owner: "social-chef",
  decision: null,
  validFrom: "2023-01-01",
  validTo: "2026-07-31",
  reviewBy: null,
  address: "https://www.example.se/delegation.pdf",
};
const path = "/documents/register/delegation-socialnamnden";
const create = { headers: { "if-none-match": "*" } };
const openly = async (address: string) => {
  const reply = await a.server.app.inject({
    method: "GET",
    url: `/api${address}`,
    headers: { "tillit-today": ON },
  });
  return { status: reply.statusCode, json: reply.json() };
};

test("D-1: a governing document is registered with its owner, read by anyone, and warned for before it runs out", async () => {
  const stored = await a.call("social-chef", ON, "PUT", path, { body: policy, ...create });
  expect(stored.status).toBe(200);
  expect(stored.etag).toBe('"r1"');
  const { status, json } = await openly("/documents?body=socialnamnden&level=committee");
  expect(status).toBe(200);
  expect(json).toEqual([
    expect.objectContaining({
      id: "delegation-socialnamnden",
      origin: "registered",
      owner: "Socialchef",
      typeName: "Delegationsordning",
      bodyName: "Socialnämnden",
      state: "in-force",
      warning: "runs-out",
      href: policy.address,
    }),
  ]);
});

test("D-1: an edit must have seen the wording that is there, and the earlier wording is kept", async () => {
  const edited = { ...policy, title: "Delegationsordning", validTo: "2028-12-31" };
  const unseen = await a.call("social-chef", ON, "PUT", path, { body: edited });
  expect(unseen.status).toBe(428);
  const stale = await a.call("social-chef", ON, "PUT", path, { body: edited, ...create });
  expect(stale.status).toBe(412);
  const { etag } = await a.call("social-chef", ON, "GET", path);
  const stored = await a.call("social-chef", ON, "PUT", path, {
    body: edited,
    headers: { "if-match": etag as string },
  });
  const view = stored.json as DocumentView;
  expect(view.row.warning).toBeNull();
  expect(view.revisions.map((r) => [r.revision, r.title])).toEqual([
    [2, "Delegationsordning"],
    [1, "Delegationsordning för socialnämnden"],
  ]);
  await expect(a.sql("update documents.governing_document set title = 'x'")).rejects.toThrow("never changes");
});

test("D-1: who may not register says who may; another's document can't be taken over", async () => {
  const teacher = await a.call("larare-bjornekulla", ON, "PUT", "/documents/register/x", {
    body: policy,
    ...create,
  });
  expect(teacher.status).toBe(403);
  expect(teacher.json).toMatchObject({ code: "may-not", cite: "§3.3" });
  expect((teacher.json as { ask: string[] }).ask.join()).toContain("Socialförvaltningen");
  const { etag } = await a.call("social-chef", ON, "GET", path);
  const taken = await a.call("bildning-chef", ON, "PUT", path, {
    body: { ...policy, body: "bildningsnamnden" },
    headers: { "if-match": etag as string },
  });
  expect(taken.status).toBe(403);
});

test("D-1: each fault of a document is named by its place", async () => {
  const reply = await a.call("social-chef", ON, "PUT", "/documents/register/fel", {
    body: { ...policy, owner: "ingen", decision: 999, validTo: "2022-01-01" },
    ...create,
  });
  expect(reply.status).toBe(422);
  const { errors } = reply.json as { errors: { at: string; code: string; detail: string }[] };
  expect(errors.map((e) => [e.at, e.code])).toEqual([
    ["owner", "document-unknown-owner"],
    ["decision", "document-unknown-decision"],
    ["validTo", "document-ends-before"],
  ]);
  expect(errors[0]?.detail).toContain("ingen");
  const script = await a.call("social-chef", ON, "PUT", "/documents/register/fel", {
    body: { ...policy, address: "javascript:alert(1)" },
    ...create,
  });
  expect(script.status).toBe(422);
  expect((await a.call("social-chef", ON, "GET", "/documents/register/fel")).json).toMatchObject({
    code: "no-document",
  });
});

test("D-1: what is decided is in the register by itself, from the day it was decided", async () => {
  const vision = { name: "Söderåsstaden", text: "Mod att pröva nytt", validTo: "2026-07-01" };
  await a.draft("kommunchef", "2026-05-04", "/goals/vision/kommunfullmaktige/2021", vision);
  const decided = await a.decide("kf-sekreterare", "2026-05-11", "vision:kommunfullmaktige:2021");
  const { number } = decided.json as { number: number };
  const { json } = await openly("/documents?level=council");
  expect(json).toEqual([
    expect.objectContaining({
      id: "vision:kommunfullmaktige:2021",
      origin: "decided",
      title: "Vision",
      owner: "Kommunfullmäktige",
      decision: number,
      validTo: "2026-07-01",
      warning: "runs-out",
      href: `/beslut/${number}`,
    } satisfies Partial<RegisterRow>),
  ]);
  const before = await a.call("kommunchef", "2026-05-10", "GET", "/documents?level=council");
  expect(before.json).toEqual([]);
  const english = await a.call("kommunchef", "2026-05-12", "GET", "/documents?level=council", {
    headers: { "accept-language": "en" },
  });
  expect((english.json as RegisterRow[])[0]?.typeName).toBe("Vision");
});

const law = {
  title: "Socialtjänstlag",
  reference: "SFS 2025:400",
  kind: "law",
  bodies: ["socialnamnden"],
  documents: ["delegation-socialnamnden"],
  exerciseOfAuthority: true,
  appeal: "Överklagas till förvaltningsrätten inom tre veckor",
  address: null,
};

test("D-2: external law is tied to bodies and documents, with the way of appeal where authority is exercised", async () => {
  const forbidden = await a.call("social-controller", ON, "PUT", "/documents/laws/sol", {
    body: law,
    ...create,
  });
  expect(forbidden.status).toBe(403);
  const mute = await a.call("social-chef", ON, "PUT", "/documents/laws/sol", {
    body: { ...law, appeal: null, bodies: ["ingen"], documents: ["saknas"] },
    ...create,
  });
  expect((mute.json as { errors: { at: string }[] }).errors.map((e) => e.at)).toEqual([
    "bodies.0",
    "documents.0",
    "appeal",
  ]);
  const stored = await a.call("social-chef", ON, "PUT", "/documents/laws/sol", { body: law, ...create });
  expect(stored.status).toBe(200);
  expect(stored.json).toMatchObject({
    bodyNames: ["Socialnämnden"],
    documentTitles: ["Delegationsordning"],
  });
  const again = await a.call("social-chef", ON, "PUT", "/documents/laws/sol", {
    body: law,
    headers: { "if-match": stored.etag as string },
  });
  expect(again.etag).toBe('"r2"');
  const document = (await a.call("social-chef", ON, "GET", path)).json as DocumentView;
  expect(document.laws).toEqual([{ id: "sol", title: "Socialtjänstlag", reference: "SFS 2025:400" }]);
});

test("D-2: a law is kept by whose area it governs; one that areas share, by the municipal director", async () => {
  const other = {
    ...law,
    reference: "SFS 2010:800",
    title: "Skollag",
    bodies: ["bildningsnamnden"],
    documents: [],
  };
  const put = async (as: string, id: string, body: object) => {
    const { etag } = await a.call(as, ON, "GET", `/documents/laws/${id}`);
    return a.call(as, ON, "PUT", `/documents/laws/${id}`, {
      body,
      ...(etag ? { headers: { "if-match": etag } } : create),
    });
  };
  const may = async (as: string, id: string) =>
    ((await a.call(as, ON, "GET", `/documents/laws/${id}`)).json as LawView).may;
  expect((await put("bildning-chef", "skollag", other)).status).toBe(200);
  for (const as of [
    "social-chef",
    "byggmiljo-chef",
    "vd-fastighet",
    "bildning-controller",
    "rektor-bjornekulla",
  ]) {
    const refused = await put(as, "skollag", { ...other, title: "Ändrad" });
    expect(refused.json, as).toMatchObject({ status: 403, code: "may-not" });
    expect((await may(as, "skollag")).allowed).toBe(false);
  }
  // Neither taken out of another's hands, nor put into them
  expect((await put("bildning-chef", "sol", { ...law, bodies: ["bildningsnamnden"] })).status).toBe(403);
  const shared = { ...other, bodies: ["bildningsnamnden", "socialnamnden"] };
  expect((await put("bildning-chef", "skollag", shared)).json).toMatchObject({
    status: 403,
    ask: ["Kommunstyrelseförvaltningen (kommunchef)"],
  });
  expect((await put("kommunchef", "skollag", shared)).status).toBe(200);
  expect((await put("bildning-chef", "skollag", other)).status).toBe(403);
  expect(await may("bildning-chef", "skollag")).toMatchObject({
    ask: ["Kommunstyrelseförvaltningen (kommunchef)"],
  });
  expect(
    (await put("kommunchef", "skollag", { ...other, bodies: ["bildningsnamnden", "bildningsforvaltningen"] }))
      .status,
  ).toBe(200);
  // All of it the own area's
  expect((await put("bildning-chef", "skollag", { ...other, title: "Skollagen" })).status).toBe(200);
  expect((await put("kommunchef", "skollag", { ...other, bodies: ["raddningsnamnden"] })).status).toBe(200);
});

test("D-2: anyone reads the laws of a body", async () => {
  const own = (await openly("/documents/laws?body=socialnamnden")).json as LawView[];
  expect(own.map((l) => l.id)).toEqual(["sol"]);
  expect((await openly("/documents/laws?body=bildningsnamnden")).json).toEqual([]);
  expect((await openly("/documents/laws/sol")).json).toMatchObject({ law: { reference: "SFS 2025:400" } });
  expect((await openly("/documents/laws/saknas")).status).toBe(404);
});
