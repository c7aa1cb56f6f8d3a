import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const codes = (reply: { json: unknown }) => json(reply).errors?.map((one: { code: string }) => one.code);

const VISION = { name: "Söderåsstaden", text: "Här vågar vi pröva nytt.", validTo: "2030-12-31" };
const vision = (year: number) => `vision:kommunfullmaktige:${year}`;
const write = (year: number, on: string, text = VISION.text, as = "kommunchef") =>
  a.draft(as, on, `/goals/vision/kommunfullmaktige/${year}`, { ...VISION, text });
const see = async (year: number, on: string, as = "kf-sekreterare") =>
  json(await a.call(as, on, "GET", `/goals/vision/kommunfullmaktige/${year}`));
/** As it stands: nothing is added to what is sent. */
const decide = (year: number, on: string, rest: Record<string, unknown> = {}) =>
  a.decide("kf-sekreterare", on, vision(year), { direct: true, ...rest });
const propose = (matter: string, on: string, as: string, body: Record<string, unknown>) =>
  a.call(as, on, "POST", `/matters/${encodeURIComponent(matter)}/proposal`, {
    body: { why: "Föreslås så här i provet", ...body },
  });
const ask = (matter: string, on: string, query: string, as = "kf-sekreterare") =>
  a.call(as, on, "GET", `/matters/${encodeURIComponent(matter)}/deciding?version=1&${query}`);
const MEETING = { decidedOn: "2027-01-13", paragraph: "§12", reference: "KS 2027/3" };
const VOTED = {
  votes: { for: 8, against: 5, abstained: 0 },
  reservations: ["Partigrupp B reserverar sig."],
};

describe("KL 5:26, R-5: the council decides on what the executive or a committee has proposed", () => {
  test("what nobody has proposed is refused; nor is it enough that an official has laid it forward", async () => {
    await write(2031, "2027-01-10");
    const refused = await decide(2031, "2027-01-20");
    expect(json(refused)).toMatchObject({ status: 422, code: "not-decidable", cite: "KL 5:26" });
    expect(codes(refused)).toEqual(["not-prepared"]);
    // A reason is no preparation
    expect(codes(await decide(2031, "2027-01-20", { reasons: { "not-prepared": "Vi vill ändå" } }))).toEqual([
      "reason-not-asked",
    ]);
    expect((await propose(vision(2031), "2027-01-10", "kommunchef", { revision: 1 })).status).toBe(200);
    expect((await see(2031, "2027-01-10")).proposal).toEqual({
      organ: "kommunstyrelsen",
      organName: "Kommunstyrelsen",
      on: "2027-01-10",
    });
    expect(codes(await decide(2031, "2027-01-20"))).toEqual(["not-prepared"]);
  });

  test("an organ's proposal is registered by its own chair or secretary, of a meeting that has been", async () => {
    const official = await propose(vision(2031), "2027-01-14", "kommunchef", {
      revision: 1,
      meeting: MEETING,
    });
    expect(json(official)).toMatchObject({ code: "may-not", cite: "KL 5:26" });
    expect(json(official).ask).toContain("Kommunstyrelsen (ordförande, sekreterare)");
    const later = { ...MEETING, decidedOn: "2027-01-15" };
    expect(
      json(await propose(vision(2031), "2027-01-14", "ks-sekreterare", { revision: 1, meeting: later })).code,
    ).toBe("future-meeting");
    const long = { ...MEETING, decidedOn: "2018-12-31" };
    expect(
      codes(await propose(vision(2031), "2027-01-14", "ks-sekreterare", { revision: 1, meeting: long })),
    ).toEqual(["organ-not-then"]);
    const lost = { ...MEETING, votes: { for: 5, against: 8 } };
    const asLost = await propose(vision(2031), "2027-01-14", "ks-sekreterare", {
      revision: 1,
      meeting: lost,
    });
    expect(json(asLost).errors).toMatchObject([{ at: "meeting.votes", code: "votes-against" }]);
    const done = await propose(vision(2031), "2027-01-14", "ks-sekreterare", {
      revision: 1,
      meeting: { ...MEETING, ...VOTED },
    });
    expect(done.status).toBe(200);
    expect((await see(2031, "2027-01-14")).proposal).toMatchObject({
      organName: "Kommunstyrelsen",
      meeting: { ...MEETING, ...VOTED, paragraph: "§ 12" },
    });
    // What other organs decide on is laid forward
    await a.draft("social-chef", "2027-01-14", "/goals/situation-analysis/socialnamnden/2031", ANALYSIS);
    expect(
      json(
        await propose("situation-analysis:socialnamnden:2031", "2027-01-14", "ks-sekreterare", {
          revision: 1,
          meeting: MEETING,
        }),
      ).code,
    ).toBe("not-for-council");
  });

  test("the decision tells whose proposal it was, and is not of a day before it", async () => {
    expect(codes(await decide(2031, "2027-01-20", { decidedOn: "2027-01-12" }))).toEqual([
      "meeting-before-proposal",
    ]);
    const decided = json(await decide(2031, "2027-01-20"));
    expect(decided.preparation).toEqual({
      proposal: {
        organ: "kommunstyrelsen",
        on: "2027-01-13",
        paragraph: "§ 12",
        reference: "KS 2027/3",
        ...VOTED,
        version: 1,
        sha256: decided.versionSha256,
      },
    });
  });

  test("what is written on after it was proposed has not been proposed", async () => {
    await write(2032, "2027-01-10");
    await a.proposeToCouncil("2027-01-13", vision(2032));
    await write(2032, "2027-01-14", "Skrivet efteråt");
    expect((await see(2032, "2027-01-14")).proposal).toBeNull();
    expect(codes(await decide(2032, "2027-01-20"))).toEqual(["not-prepared"]);
  });

  test("the law's exemptions are chosen from its list, and stand with the decision by their paragraph", async () => {
    expect(codes(await decide(2032, "2027-01-20", { exemption: "convenience" }))).toEqual(["schema-choice"]);
    const asked = json(await ask(vision(2032), "2027-01-20", "decidedOn=2027-01-20&exemption=urgent"));
    expect(asked).toMatchObject({ organ: { name: "Kommunfullmäktige", kind: "council" }, way: [] });
    const decided = json(await decide(2032, "2027-01-20", { exemption: "urgent" }));
    expect(decided.preparation).toEqual({ exemption: { code: "urgent", cite: "KL 5:30" } });
    await write(2033, "2027-01-10");
    await a.proposeToCouncil("2027-01-13", vision(2033));
    expect(codes(await decide(2033, "2027-01-20", { exemption: "urgent" }))).toEqual([
      "exemption-not-needed",
    ]);
  });
});

const ANALYSIS = {
  needs: "Fler äldre bor hemma.",
  results: "Kontinuiteten är bättre.",
  conditions: "Två lokaler dras med.",
  staff: "Svårt att rekrytera.",
  ambitions: "Trygghet hemma.",
  lawAndTrends: "Ny socialtjänstlag.",
  economicNeeds: [],
  lessons: [],
  effectForResidents: "Samma ansikten.",
};

describe("R-5: other organs may decide on what nobody has laid forward, with a reason", () => {
  const MATTER = "situation-analysis:socialnamnden:2027";
  const decideIt = (reasons: Record<string, string>) =>
    a.decide("social-sekreterare", "2026-03-19", MATTER, { direct: true, reasons });
  test("the reason is asked for, long enough to say something, and stands with the decision", async () => {
    const written = await a.draft(
      "social-chef",
      "2026-03-10",
      "/goals/situation-analysis/socialnamnden/2027",
      ANALYSIS,
    );
    expect(written.status, JSON.stringify(written.json)).toBe(200);
    expect(codes(await decideIt({}))).toEqual(["not-proposed"]);
    for (const reason of ["För kort", "x".repeat(501)])
      expect(json(await decideIt({ "not-proposed": reason })).errors).toMatchObject([
        { at: "reasons.not-proposed", code: "reason-length" },
      ]);
    const reasons = { "not-proposed": "Nämnden skrev analysen vid bordet." };
    expect(json(await decideIt(reasons))).toMatchObject({ reasons });
  });
  test("what was laid forward asks for none, and tells for which organ", async () => {
    await a.draft("bildning-chef", "2026-03-10", "/goals/situation-analysis/bildningsnamnden/2027", ANALYSIS);
    const matter = "situation-analysis:bildningsnamnden:2027";
    await propose(matter, "2026-03-11", "bildning-chef", { revision: 1 });
    const decided = await a.decide("bildning-sekreterare", "2026-03-19", matter, { direct: true });
    expect(json(decided).preparation.proposal).toMatchObject({ organ: "bildningsnamnden", on: "2026-03-11" });
    expect(json(decided).preparation.proposal.paragraph).toBeUndefined();
  });
});

describe("R-5: a decision is registered within 30 days of its meeting, or says why not", () => {
  test("the thirtieth day needs no reason, the thirty-first does, and it is kept", async () => {
    await write(2034, "2027-01-10");
    await a.proposeToCouncil("2027-01-13", vision(2034));
    const way = async (on: string) =>
      json(await ask(vision(2034), on, "decidedOn=2027-01-20")).way.map((one: { code: string }) => one.code);
    expect(await way("2027-02-19")).toEqual([]);
    expect(await way("2027-02-20")).toEqual(["registered-late"]);
    const late = { decidedOn: "2027-01-20" };
    expect(codes(await decide(2034, "2027-03-06", late))).toEqual(["registered-late"]);
    const reasons = { "registered-late": "Protokollet justerades om i mars." };
    expect(json(await decide(2034, "2027-03-06", { ...late, reasons }))).toMatchObject({
      decidedOn: "2027-01-20",
      registeredOn: "2027-03-06",
      reasons,
    });
  });
  test("no day before the organ had the mandate by which it decides", async () => {
    await a.sql(`select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
      update organisation.mandate set valid_from = '2026-06-01' where action = 'decide:strategic-goals'`);
    const path = "/goals/strategic-goals/kommunfullmaktige/2035";
    await a.draft("kommunchef", "2027-03-06", path, {
      goals: [{ id: "trygg", name: "Trygghet", text: "Den som bor här är trygg.", agenda2030: [11] }],
    });
    const matter = "strategic-goals:kommunfullmaktige:2035";
    const refused = await a.decide("kf-sekreterare", "2027-03-06", matter, {
      direct: true,
      decidedOn: "2026-05-31",
      exemption: "urgent",
      reasons: { "registered-late": "Glömdes bort i fjol." },
    });
    expect(codes(refused)).toEqual(["no-mandate-then"]);
  });
});

describe("R-5: a change at the meeting is a version of its own, and the proposal stands as it was", () => {
  const at = (year: number) => `/matters/${encodeURIComponent(vision(year))}/change`;
  const begin = (year: number, revision: number, as = "kf-sekreterare") =>
    a.call(as, "2027-01-20", "POST", at(year), { body: { revision } });
  const end = (year: number, revision: number) =>
    a.call("kf-sekreterare", "2027-01-20", "DELETE", `${at(year)}?revision=${revision}`);
  const states = async (year: number) =>
    (await see(year, "2027-01-20")).versions.map(
      (one: { number: number; state: string; changes: number }) => [one.number, one.state, one.changes],
    );

  test("only what is proposed is changed, and only by those who register the organ's decisions", async () => {
    await write(2040, "2027-01-10");
    expect(json(await begin(2040, 1)).code).toBe("nothing-proposed");
    await a.proposeToCouncil("2027-01-13", vision(2040));
    expect(json(await begin(2040, 1, "kommunchef")).code).toBe("may-not");
    expect(json(await begin(2040, 2)).code).toBe("stale");
    expect(json(await begin(2040, 1))).toMatchObject({ version: 2, changes: 1 });
    expect(await states(2040)).toEqual([
      [2, "draft", 1],
      [1, "proposed", null],
    ]);
    expect(json(await write(2040, "2027-01-20", "Smyger in")).code).toBe("may-not");
    expect(json(await propose(vision(2040), "2027-01-20", "kommunchef", { revision: 1 })).code).toBe(
      "change-open",
    );
    const proposed = { version: 1, revision: 1, exemption: undefined };
    expect(json(await decide(2040, "2027-01-20", proposed)).code).toBe("change-open");
  });

  test("thrown away, the proposal is the newest again, and no revision of a change comes twice", async () => {
    expect((await end(2040, 1)).status).toBe(200);
    expect(await states(2040)).toEqual([[1, "proposed", null]]);
    expect(json(await end(2040, 1)).code).toBe("nothing-proposed");
    await begin(2040, 1);
    expect((await see(2040, "2027-01-20")).version).toMatchObject({ number: 2, revision: 2, changes: 1 });
  });

  test("decided, it tells what differs, who moved it, and what was proposed; to anyone", async () => {
    expect(codes(await decide(2040, "2027-01-20", { motion: "Gruppen yrkar bifall" }))).toEqual([
      "change-is-none",
    ]);
    await write(2040, "2027-01-20", "Här vågar vi pröva om igen.", "kf-sekreterare");
    const { way, change } = json(
      await a.call(
        "kf-sekreterare",
        "2027-01-20",
        "GET",
        `/matters/${encodeURIComponent(vision(2040))}/deciding?version=2&decidedOn=2027-01-20`,
      ),
    );
    expect([way, change]).toEqual([[], { of: 1, places: 1 }]);
    expect(codes(await decide(2040, "2027-01-20"))).toEqual(["motion-missing"]);
    const motion = "Gruppen yrkar att ”pröva nytt” byts mot ”pröva om igen”.";
    const { number, preparation, versionNumber } = json(await decide(2040, "2027-01-20", { motion }));
    expect(versionNumber).toBe(2);
    expect(preparation).toMatchObject({ motion, proposal: { organ: "kommunstyrelsen", version: 1 } });
    const open = await a.server.app.inject({ url: `/api/decisions/${number}` });
    expect(open.json()).toMatchObject({
      content: { text: "Här vågar vi pröva om igen." },
      changed: {
        proposed: { text: VISION.text },
        differences: [{ path: ["text"], from: VISION.text, to: "Här vågar vi pröva om igen." }],
        more: false,
      },
    });
    expect(await states(2040)).toEqual([
      [2, "decided", 1],
      [1, "proposed", null],
    ]);
    // The next is written after both
    expect(json(await write(2040, "2027-02-01", "Nästa")).version).toMatchObject({
      number: 3,
      changes: null,
    });
  });

  test("the proposal is as unchangeable as the decision, and who gets past the guards is found out", async () => {
    const change = `update decisions.version set content = '{"text": "Aldrig föreslagen"}'
      where matter_id = '${vision(2040)}' and number = 1`;
    await expect(a.sql(change)).rejects.toMatchObject({ code: "TL002" });
    await expect(a.sql("update decisions.meeting_change set is_open = false")).rejects.toMatchObject({
      code: "TL002",
    });
    const chain = async () => json(await a.call("kf-sekreterare", "2027-02-01", "GET", "/decisions-chain"));
    expect(await chain()).toMatchObject({ whole: true });
    await a.sql(
      `alter table decisions.version disable trigger user; ${change}; alter table decisions.version enable trigger user`,
    );
    expect(await chain()).toMatchObject({ whole: false, fault: "proposal-changed" });
  });
});
