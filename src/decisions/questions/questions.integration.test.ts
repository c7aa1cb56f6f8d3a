import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { raw } from "../../shell/testing/raw.ts";
import { MAX_OWN } from "./rules/questions.ts";

const DAY = "2026-10-20";
const LATER = "2026-10-22";
const VISION = "vision:kommunfullmaktige:2027";
const AT = `/matters/${encodeURIComponent(VISION)}/questions`;
const TEXT = "Varför ska visionen gälla i bara tre år?";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DAY, "/goals/vision/kommunfullmaktige/2027", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const ask = (as: string, text = TEXT, on = DAY) => a.call(as, on, "POST", AT, { body: { text } });
const answer = (as: string, number = 1, text = "För att ett nytt fullmäktige väljs 2030.") =>
  a.call(as, LATER, "POST", `${AT}/${number}/answer`, { body: { text } });
const list = async (as: string, on = DAY) => json(await a.call(as, on, "GET", AT));
const waiting = async (as: string, on: string) =>
  json(await a.call(as, on, "GET", "/year/mine")).filter(({ todo }: { todo: string }) => todo === "answer");

describe("§3.2: those who are to decide ask, and those who prepare the matter answer, in the open", () => {
  test("of a draft nobody asks; of what lies before a body those who have a seat there", async () => {
    expect(json(await ask("kf-ordforande"))).toMatchObject({ status: 409, code: "nothing-to-ask" });
    expect(await list("kf-ordforande")).toEqual({ before: null, questions: [] });
    expect((await a.proposeToCouncil(DAY, VISION)).status).toBe(200);
    expect(json(await ask("social-ordforande"))).toMatchObject({ status: 403, code: "may-not" });
    expect(json(await ask("kommunchef"))).toMatchObject({ status: 403, code: "may-not" });
    expect(json(await ask("kf-ordforande", "Varför?")).errors).toMatchObject([{ at: "text" }]);
    expect(json(await ask("kf-ordforande"))).toEqual({
      number: 1,
      version: 1,
      organId: "kommunfullmaktige",
      organ: "Kommunfullmäktige",
      text: TEXT,
      askedBy: "Ordförande i kommunfullmäktige",
      askedOn: DAY,
      answer: null,
    });
  });

  test("it waits on the list of those who write the matter, and of nobody else", async () => {
    expect(await waiting("kommunchef", DAY)).toMatchObject([
      { name: TEXT, href: "/infor-beslut/vision/kommunfullmaktige/2027#fragor", due: "2026-10-27" },
    ]);
    expect(await waiting("kf-ordforande", DAY)).toEqual([]);
    expect(await waiting("bildning-chef", DAY)).toEqual([]);
    expect(await waiting("kommunchef", "2026-10-19")).toEqual([]);
  });

  test("they answer once; all read it, dated and by the posts", async () => {
    expect(json(await answer("kf-ordforande"))).toMatchObject({ status: 403, code: "may-not" });
    expect(json(await answer("kommunchef", 2))).toMatchObject({ status: 404, code: "no-question" });
    expect(json(await answer("kommunchef"))).toMatchObject({
      answer: { answeredBy: "Kommunchef", answeredOn: LATER },
    });
    expect(json(await answer("kommunchef"))).toMatchObject({ status: 409, code: "question-answered" });
    const openly = async (day: string) =>
      json(await raw(a.server.app, "GET", `/api${AT}`, { headers: { "tillit-today": day } }));
    expect((await openly(LATER)).questions[0].answer.text).toMatch(/^För att/);
    expect((await openly(DAY)).questions[0].answer).toBeNull();
    expect(await waiting("kommunchef", LATER)).toEqual([]);
    const { rows } = await a.sql(
      "select person_id, before is null as asks from platform.change_log where table_name = 'decisions.question' order by entry",
    );
    expect(rows).toEqual([
      { person_id: "kf-ordforande", asks: true },
      { person_id: "kommunchef", asks: false },
    ]);
  });

  test("one person asks so many of a proposal, and no more", async () => {
    for (let i = 0; i < MAX_OWN; i++)
      expect((await ask("kf-sekreterare", `${TEXT} ${i}`, LATER)).status).toBe(200);
    expect(json(await ask("kf-sekreterare", TEXT, LATER))).toMatchObject({
      status: 422,
      code: "too-many-own-questions",
    });
    expect((await ask("kf-ordforande", TEXT, LATER)).status).toBe(200);
  });

  test("once it is decided nobody asks or answers, and all that was said stands", async () => {
    expect((await a.decide("kf-sekreterare", LATER, VISION)).status).toBe(200);
    expect(json(await ask("kf-ordforande", TEXT, LATER))).toMatchObject({ code: "nothing-to-ask" });
    expect(json(await answer("kommunchef", 2))).toMatchObject({ code: "nothing-to-ask" });
    const { before, questions } = await list("revisor", LATER);
    expect([before, questions.length]).toEqual([null, MAX_OWN + 2]);
    await expect(
      a.sql("update decisions.question set text = 'Något helt annat' where number = 1"),
    ).rejects.toThrow(/stays as it was asked/);
  });
});
