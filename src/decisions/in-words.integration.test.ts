import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { raw } from "../shell/testing/raw.ts";
import { type ChainLink, linkText, sentenceText } from "./rules/chain.ts";

const DAY = "2027-01-20";
const SAYS_WHAT = /saknas|tecken|text|fyll/i;
const SECRETARY = "kf-sekreterare";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const matter = (year: number) => `vision:kommunfullmaktige:${year}`;
const write = (year: number, name = "Söderåsstaden") =>
  a.draft("kommunchef", DAY, `/goals/vision/kommunfullmaktige/${year}`, {
    name,
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
const decide = (year: number, sentence?: unknown) =>
  a.decide(SECRETARY, DAY, matter(year), sentence === undefined ? {} : { sentence });
const chain = async () => json(await a.call(SECRETARY, DAY, "GET", "/decisions-chain"));
const listed = async () =>
  (await raw(a.server.app, "GET", "/api/decisions", {})).json as never as {
    number: number;
    sentence?: string;
  }[];

describe("§3.2: what is decided is said in one sentence", () => {
  test("without one nothing is registered, and the answer says what to do", async () => {
    await write(2030);
    for (const sentence of [undefined, "", "För kort", "x".repeat(201), 7]) {
      const answer = json(await a.decide(SECRETARY, DAY, matter(2030), { sentence }));
      expect([answer.status, answer.errors.map((one: { at: string }) => one.at)], String(sentence)).toEqual([
        422,
        ["sentence"],
      ]);
      expect(answer.errors[0].detail, String(sentence)).toMatch(SAYS_WHAT);
    }
    expect(await listed()).toEqual([]);
  });

  test("one is proposed, made of what changes; who registers writes it over", async () => {
    await a.proposeToCouncil(DAY, matter(2030));
    const ask = async (version: number) =>
      json(
        await a.call(
          SECRETARY,
          DAY,
          "GET",
          `/matters/${encodeURIComponent(matter(2030))}/deciding?version=${version}&decidedOn=${DAY}`,
        ),
      );
    expect((await ask(1)).sentence).toBe("Visionen till och med 2030 är ”Söderåsstaden”");
    const decided = json(await decide(2030, "Åstorp ska våga\n pröva nytt till 2030"));
    expect(decided.sentence).toBe("Åstorp ska våga pröva nytt till 2030");
  });

  test("it stands in the list, with the decision, in search, in the feed and in the letter's day", async () => {
    expect((await listed()).map(({ sentence }) => sentence)).toEqual([
      "Åstorp ska våga pröva nytt till 2030",
    ]);
    const { found } = (await raw(a.server.app, "GET", "/api/search?q=v%C3%A5ga+nytt", {})).json as {
      found: object[];
    };
    expect(found).toContainEqual(
      expect.objectContaining({ title: "Åstorp ska våga pröva nytt till 2030", href: "/beslut/1" }),
    );
    await a.moveDay("2027-01-21");
    const feed = await a.server.app.inject({ url: "/api/decisions/heads.atom" });
    expect(feed.body).toContain('<summary type="text">Åstorp ska våga pröva nytt till 2030</summary>');
    const before = await a.call(SECRETARY, "2027-01-19", "GET", "/search?q=v%C3%A5ga+nytt");
    expect(JSON.stringify(json(before))).not.toContain("/beslut/1");
  });

  test("R-5: the chain tells its hash and not the words, and a changed one is found", async () => {
    const { links } = json(await a.call("revisor", DAY, "GET", "/decisions/chain.json"));
    const [{ sentence, sentenceSalt }] = (await listed()) as never as [
      { sentence: string; sentenceSalt: string },
    ];
    expect(links[0].sentenceSha256).toBe(sha256(sentenceText({ sentence, salt: sentenceSalt })));
    expect(JSON.stringify(links)).not.toContain("våga");
    const change = (to: string) =>
      a.sql(`set session_replication_role = replica;
        update decisions.decision set sentence = '${to}' where number = 1;
        set session_replication_role = origin`);
    await change("Åstorp ska inte våga något alls");
    expect(await chain()).toMatchObject({ whole: false, fault: "decision-changed", number: 1 });
    await change(sentence);
    expect(await chain()).toMatchObject({ whole: true });
  });

  test("R-5: the chain is whole over a decision from before it was demanded, which has none, and those that follow", async () => {
    // As it was registered then: without the sentence, and with the hash of that
    const { links } = json(await a.call("revisor", DAY, "GET", "/decisions/chain.json"));
    const { sentenceSha256: _none, ...old } = links[0] as ChainLink;
    const hash = sha256(linkText(old));
    await a.sql(`set session_replication_role = replica;
      update decisions.decision set sentence = null, sentence_salt = null, sha256 = '${hash}' where number = 1;
      update decisions.chain_head set sha256 = '${hash}';
      set session_replication_role = origin`);
    await write(2031, "Nästa vision");
    expect((await decide(2031, "Nästa vision tar vid 2031")).status).toBe(200);
    expect(await chain()).toMatchObject({ whole: true, count: 2 });
    expect((await listed()).map(({ sentence }) => sentence)).toEqual([
      "Nästa vision tar vid 2031",
      undefined,
    ]);
  });
});

test("OSL: what a marked matter's decision says is told nobody who does not read it, by any way", async () => {
  const id = "control-plan:socialnamnden:2027";
  const plan = JSON.parse(
    JSON.stringify((await import("../shell/api/describe.ts")).readExamples().putControlPlan?.body),
  );
  const risk = plan.risks[0].id;
  await a.draft("social-chef", DAY, "/control/control-plan/socialnamnden/2027", {
    ...plan,
    controls: plan.controls.map((one: object) => ({ ...one, risk, responsible: "social-chef" })),
  });
  const decided = await a.decide("social-sekreterare", DAY, id, {
    sentence: "Läkemedelsskåpet kontrolleras varje vecka",
  });
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const marked = await a.call("social-chef", DAY, "POST", `/matters/${encodeURIComponent(id)}/secrecy`, {
    body: { ground: "26:1", note: "" },
  });
  expect(marked.status).toBe(200);
  const { number } = json(decided);
  await a.moveDay("2027-01-22");
  for (const url of [
    "/decisions",
    `/decisions/${number}`,
    "/search?q=l%C3%A4kemedelssk%C3%A5pet",
    "/decisions/heads.atom",
    "/decisions/chain.json",
  ])
    expect((await a.server.app.inject({ url: `/api${url}` })).body, url).not.toMatch(/Läkemedelsskåpet/);
  expect(json(await a.call("social-chef", DAY, "GET", `/decisions/${number}`)).decision.sentence).toMatch(
    /^Läkemedel/,
  );
});
