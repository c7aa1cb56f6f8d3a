import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { MAX_OPEN_REQUESTS } from "./rules/requests.ts";

const ON = "2027-02-01";
const LATER = "2027-02-03";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const ASKED = {
  to: "bildning-chef",
  action: "edit:body-goals",
  body: "bildningsnamnden",
  text: "Lägg till ett mål om läsning.",
  href: "/mal?ar=2027&organ=bildningsnamnden",
};
const ask = (more: object = {}, as = "larare-bjornekulla", on = ON) =>
  a.call(as, on, "POST", "/requests", { body: { ...ASKED, ...more } });
const answer = (number: number, body: object, as = "bildning-chef", on = LATER) =>
  a.call(as, on, "POST", `/requests/${number}/answer`, { body });
const list = async (as: string, on = LATER) => json(await a.call(as, on, "GET", "/requests"));
const waiting = async (as: string, on: string) =>
  json(await a.call(as, on, "GET", "/year/mine")).filter(({ thing }: { thing: string }) =>
    thing.startsWith("request:"),
  );

test("P-4: a refusal names the nearest one who may, whom one asks; it comes on that person's list", async () => {
  const refused = json(
    await a.draft("larare-bjornekulla", ON, "/goals/body-goals/bildningsnamnden/2027", { goals: [] }),
  );
  expect(refused).toMatchObject({
    code: "may-not",
    nearest: {
      person: "bildning-chef",
      name: "Bildningschef",
      action: "edit:body-goals",
      body: "bildningsnamnden",
    },
    detail: expect.stringContaining("Bildningschef"),
  });
  const asked = json(await ask());
  expect(asked).toMatchObject({ to: { name: "Bildningschef" }, ended: null, seen: false, stillMay: true });
  expect(await waiting("bildning-chef", ON)).toMatchObject([
    {
      todo: "answer",
      name: "Begäran från Lärare, Björnekullaskolan: Lägg till ett mål om läsning.",
      due: "2027-02-08",
      href: `/beslut/begaran#begaran-${asked.number}`,
    },
  ]);
  expect(await waiting("larare-bjornekulla", ON)).toEqual([]);
  expect(json(await ask())).toMatchObject({ status: 409, code: "already-asked" });
});

test("P-4: only the one who was asked answers, once; the one who asked sees it until it is read", async () => {
  const [{ number }] = (await list("larare-bjornekulla")).byMe;
  expect(json(await answer(number, { outcome: "done", answer: "" }, "social-chef"))).toMatchObject({
    status: 404,
    code: "no-request",
  });
  expect(json(await answer(number, { outcome: "declined", answer: " " }))).toMatchObject({
    code: "declined-without-word",
  });
  const done = json(await answer(number, { outcome: "declined", answer: "Målen är redan tre." }));
  expect(done.ended).toEqual({ outcome: "declined", answer: "Målen är redan tre.", on: LATER });
  expect(json(await answer(number, { outcome: "done", answer: "" }))).toMatchObject({
    code: "request-ended",
  });
  expect(await waiting("bildning-chef", LATER)).toEqual([]);
  expect(await waiting("larare-bjornekulla", LATER)).toMatchObject([
    { todo: "review", name: "Bildningschef har avböjt det du bad om" },
  ]);
  // As it stood before it was answered
  expect((await list("larare-bjornekulla", ON)).byMe[0].ended).toBeNull();
  const seen = await a.call("larare-bjornekulla", LATER, "POST", `/requests/${number}/seen`);
  expect(json(seen).seen).toBe(true);
  expect(await waiting("larare-bjornekulla", LATER)).toEqual([]);
  await expect(
    a.sql(`update organisation.request set text = 'Något annat' where request_id = ${number}`),
  ).rejects.toThrow(/stays as it was asked/);
});

test("P-4: one takes back what one asked; who may not is not asked, and nobody asks oneself", async () => {
  const { number } = json(await ask({ text: "" }));
  expect(
    json(await a.call("larare-bjornekulla", LATER, "POST", `/requests/${number}/withdrawal`)),
  ).toMatchObject({
    ended: { outcome: "withdrawn" },
    seen: true,
  });
  expect(await waiting("bildning-chef", LATER)).toEqual([]);
  expect(json(await ask({ to: "social-chef" }))).toMatchObject({ status: 422, code: "asked-may-not" });
  expect(json(await ask({ to: "larare-bjornekulla" }))).toMatchObject({ code: "asked-oneself" });
  expect((await ask({ to: "ingen" })).status).toBe(404);
  for (const href of ["https://annan.se", "//annan.se", "/\\annan.se"])
    expect((await ask({ href })).status, href).toBe(422);
  expect((await ask({ text: "x".repeat(1001) })).status).toBe(422);
});

test("P-4: so many wait for an answer, and no more", async () => {
  const bodies = json(await a.call("bildning-chef", ON, "GET", "/bodies")) as { id: string; kind: string }[];
  const units = bodies.filter(({ kind }) => kind !== "audit").slice(0, MAX_OPEN_REQUESTS);
  expect(units).toHaveLength(MAX_OPEN_REQUESTS);
  for (const { id } of units)
    expect(
      (await ask({ to: "kommunchef", action: "edit:external-law", body: id }, "enhetschef-hemvard")).status,
      id,
    ).toBe(200);
  expect(
    json(
      await ask(
        { to: "kommunchef", action: "edit:scenario", body: "kommunfullmaktige" },
        "enhetschef-hemvard",
      ),
    ),
  ).toMatchObject({ status: 422, code: "too-many-requests-open" });
});
