import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { Chapter, Waiting } from "../../platform/chapter.ts";
import { readConfig } from "../../platform/config.ts";
import { letterJob } from "../../platform/letters/job.ts";
import { mailOf } from "../../platform/mail.ts";
import { setPassword } from "../../platform/sign-in.ts";
import { house } from "../../shell/chapters.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { type MailServer, startMailServer } from "../../shell/testing/mail-server.ts";
import type { MineItem } from "../contract.ts";
import { reminderJobs } from "./jobs.ts";

const MONDAY = "2027-03-08";
const HEAD = "rektor-bjornekulla";
const DIRECTOR = "bildning-chef";
const writer = { municipality: "1277", personId: "installation", requestId: "test" };

/** What waits for whom beside what the house's own chapters say. */
let waits: Readonly<Record<string, readonly Waiting[]>> = {};
const chapter: Chapter = {
  chapter: "prov",
  waiting: async (_tx, { personId = "" }) => waits[personId] ?? [],
};
const thing = (id: string, due: string, late = false): Waiting => ({
  thing: id,
  todo: "act",
  name: `Åtgärden ${id}`,
  language: "sv",
  cite: "§2.1",
  body: "bjornekullaskolan",
  year: 2027,
  from: null,
  due: due as Day,
  late,
  href: `/prov/${id}`,
});

let a: Astorp;
let smtp: MailServer;
let config: ReturnType<typeof readConfig>;
const WAITS = { connectMs: 2000, sendMs: 400 };

beforeAll(async () => {
  smtp = await startMailServer();
  a = await astorp("organisation", { more: [{ kinds: [], chapter }] });
  config = configFor(smtp.url);
  await a.moveDay(MONDAY);
  for (const personId of [HEAD, DIRECTOR])
    await a.server.door.write(writer, "prov", (tx) =>
      setPassword(tx, {
        municipality: "1277",
        email: `${personId}@astorp.example`,
        personId,
        password: "violett traktor under granen",
      }),
    );
});
afterAll(async () => {
  await a.stop();
  await smtp.close();
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.refuses = {};
  smtp.answers = "at-once";
  waits = {};
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; delete from platform.letter; delete from year.reminder_told;
    delete from year.reminder_escalation; delete from year.reminder_choice`);
});

const configFor = (url: string) =>
  readConfig({
    DATABASE_URL: "postgres://localhost/none",
    TILLIT_SAMPLE: "organisation",
    TILLIT_SAMPLE_PUBLIC: "yes",
    TILLIT_SMTP: url,
    TILLIT_MAIL_FROM: "tillit@astorp.example",
    TILLIT_URL: "https://tillit.astorp.example/",
  });
/** What the test says waits, and nothing else: `everything` is asked of all chapters, as it is on the page. */
const jobsFor = (of = config, mail = mailOf(of, WAITS), chapters: readonly Chapter[] = [chapter]) =>
  reminderJobs({ config: of, chapters }, mail);
const everything = () => jobsFor(config, mailOf(config, WAITS), house([{ kinds: [], chapter }]).chapters);
/** A turn; what it threw. */
const turn = (jobs = jobsFor()): Promise<unknown> =>
  (jobs.jobs[0] as (typeof jobs.jobs)[number])
    .run({ door: a.server.door, municipality: "1277", signal: new AbortController().signal, data: undefined })
    .then(
      () => undefined,
      (cause: unknown) => cause,
    );
const morning = async (day: string, jobs = jobsFor()) => {
  await a.moveDay(day);
  smtp.received.length = 0;
  return turn(jobs);
};
const to = (person: string) => smtp.received.filter((one) => one.to[0] === `${person}@astorp.example`);
const idsOf = () => smtp.received.map(({ raw }) => /^Message-ID: (<.+>)/im.exec(raw)?.[1]);
const choose = (as: string, body: object) =>
  a.call(as, MONDAY, "POST", "/year/reminders", {
    body: { how: "day", weekday: 1, language: "sv", without: [], ...body },
  });

test("A-14: a letter holds the lines of one's own page, each with the address where it is done, as text and as HTML", async () => {
  waits = { [HEAD]: [thing("a", "2027-03-10"), thing("b", "2027-03-01", true)] };
  await a.moveDay(MONDAY);
  const page = (await a.call(HEAD, MONDAY, "GET", "/year/mine")).json as MineItem[];
  expect(page.length).toBeGreaterThan(1);
  expect(await turn(everything())).toBeUndefined();
  const [letter, ...more] = to(HEAD);
  expect(more).toEqual([]);
  for (const { name, href } of page) {
    expect(letter?.text).toContain(name);
    expect(letter?.text).toContain(`https://tillit.astorp.example${href}`);
  }
  expect(letter?.text.match(/^\* /gm)).toHaveLength(page.length);
  expect(letter?.raw).toMatch(/^Content-Type: multipart\/alternative/im);
  expect(letter?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  // The same morning once more: nobody is told twice
  smtp.received.length = 0;
  expect([await turn(), smtp.received.length]).toEqual([undefined, 0]);
  const { rows } = await a.sql("select about from platform.letter");
  expect(JSON.stringify(rows)).not.toContain("Åtgärden");
});

test("A-14: each day only what has changed; never on a holiday, nor of a kind that is not wanted; by the day's letter in English", async () => {
  expect((await choose(HEAD, { language: "en" })).json).toMatchObject({
    choice: { how: "day", language: "en" },
  });
  waits = { [HEAD]: [thing("a", "2027-05-03")] };
  await morning("2027-03-09");
  expect(to(HEAD)[0]?.text).toContain("Carry out: Åtgärden a");
  await morning("2027-03-10");
  expect(to(HEAD)).toEqual([]);
  waits = { [HEAD]: [thing("a", "2027-05-10"), thing("c", "2027-05-12")] };
  await morning("2027-03-26");
  expect(to(HEAD)).toEqual([]); // Good Friday
  await morning("2027-03-30");
  expect(to(HEAD)[0]?.text).toMatch(/Åtgärden a \(.*new day\)[\s\S]*Åtgärden c \(.*new\)/);
  await choose(HEAD, { without: ["act"] });
  waits = { [HEAD]: [thing("d", "2027-05-10")] };
  await morning("2027-03-31");
  expect(
    to(HEAD)
      .map(({ text }) => text)
      .join(),
  ).not.toContain("Åtgärden d");
});

test("A-14: one who is away gets none: it goes to whoever acts, as what the one who is away is", async () => {
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; set tillit.municipality = '1277';
    insert into organisation.post (municipality_id, post_id, person_id, body_id, role, title, valid_from, valid_to, acting_for)
    select municipality_id, 'tf-prov', '${DIRECTOR}', body_id, role, 'Tillförordnad', date '2027-03-08', date '2027-04-01', post_id
    from organisation.post where person_id = '${HEAD}' limit 1`);
  waits = { [HEAD]: [thing("a", "2027-03-10")] };
  await morning(MONDAY);
  await a.sql(
    `set tillit.person = 'prov'; set tillit.why = 'prov'; delete from organisation.post where post_id = 'tf-prov'`,
  );
  expect([to(HEAD).length, to(DIRECTOR).length]).toEqual([0, 1]);
  expect(to(DIRECTOR)[0]?.text).toMatch(/Åtgärden a \(.*åt .+, som är borta/);
});

test("A-14: what is late for long is told once to the nearest manager, without who has it", async () => {
  for (const person of [HEAD, DIRECTOR])
    await choose(person, { how: "day", without: ["write", "decide", "measure", "review"] });
  waits = { [HEAD]: [thing("late", "2027-02-01", true), thing("fresh", "2027-03-05", true)] };
  await morning("2027-03-09");
  const [letter] = to(DIRECTOR);
  expect(letter?.text).toContain("FÖRSENAT DÄR DU ÄR CHEF");
  expect(letter?.text).toContain("Åtgärden late");
  expect(letter?.text).not.toContain("Åtgärden fresh");
  await morning("2027-03-10");
  expect(
    to(DIRECTOR)
      .map(({ text }) => text)
      .join(),
  ).not.toContain("Åtgärden late");
});

test("A-14: of what is secret, and to who has a protected identity, a letter says that something waits", async () => {
  waits = { [HEAD]: [thing("prov:bjornekullaskolan:2027/x", "2027-03-10"), thing("open", "2027-03-11")] };
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; set tillit.municipality = '1277';
    set session_replication_role = replica;
    insert into decisions.secrecy (municipality_id, matter_id, ground, note, marked_by, marked_on)
    values ('1277', 'prov:bjornekullaskolan:2027', '18:8', 'prov', 'systemforvaltare', date '2027-01-01');
    set session_replication_role = origin`);
  await morning(MONDAY);
  const [letter] = to(HEAD);
  expect(letter?.text).toContain("Något väntar");
  expect(letter?.raw).not.toContain("prov:bjornekullaskolan");
  expect(letter?.text).toContain("Åtgärden open");
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; set session_replication_role = replica; delete from decisions.secrecy;
    set session_replication_role = origin;
    update organisation.person set protected_on = date '2027-01-01', protected_by = 'systemforvaltare' where person_id = '${HEAD}';
    delete from year.reminder_told`);
  await morning(MONDAY);
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov';
    update organisation.person set protected_on = null, protected_by = null where person_id = '${HEAD}'`);
  expect(to(HEAD)[0]?.text).toContain("Något väntar på dig i Tillit");
  expect(to(HEAD)[0]?.text).not.toContain("Åtgärden");
});

test("A-14: each kind, and all, end by a signed link, as a program of mail presses it; one that is not whole ends nothing", async () => {
  waits = { [HEAD]: [thing("a", "2027-03-10")] };
  await morning(MONDAY);
  const [letter] = to(HEAD);
  const press = (link: string) =>
    a.server.app.inject({
      method: "POST",
      url: `/api/year/reminders/end/${link}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
  const links = [...(letter?.text ?? "").matchAll(/avsluta=(\S+)/g)].map(([, link = ""]) => link);
  const act = links.find((link) => link.includes(".act.")) ?? "";
  expect((await press(act.replace(".act.", ".all."))).statusCode).toBe(404);
  expect((await press(act)).json()).toEqual({ ended: "act" });
  expect((await a.call(HEAD, MONDAY, "GET", "/year/reminders")).json).toMatchObject({
    choice: { without: ["act"], how: null },
  });
  const raw = (letter?.raw ?? "").replace(/\r\n[ \t]+/g, "");
  const oneClick =
    /^List-Unsubscribe: <https:\/\/tillit\.astorp\.example\/api\/year\/reminders\/end\/(\S+)>/im.exec(
      raw,
    )?.[1] ?? "";
  expect((await press(oneClick)).json()).toEqual({ ended: "all" });
  expect((await a.call(HEAD, MONDAY, "GET", "/year/reminders")).json).toMatchObject({
    choice: { how: "never" },
  });
  // A form is taken at no other address
  const other = await a.server.app.inject({
    method: "POST",
    url: "/api/year/reminders",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: "how=never",
  });
  expect(other.statusCode).toBeGreaterThanOrEqual(400);
  expect(
    (
      await a.call(HEAD, MONDAY, "POST", "/year/reminders/setting", {
        body: { how: "day", weekday: 1, escalateDays: 7 },
      })
    ).status,
  ).toBe(403);
  expect(
    (
      await a.call("systemforvaltare", MONDAY, "POST", "/year/reminders/setting", {
        body: { how: "day", weekday: 1, escalateDays: 0 },
      })
    ).status,
  ).toBe(422);
});

test("A-14: a mail server that is down, slow, refusing or loses its answer loses no letter, and sends none twice that it has answered", async () => {
  waits = { [HEAD]: [thing("a", "2027-03-10")], [DIRECTOR]: [thing("b", "2027-03-10")] };
  await a.moveDay(MONDAY);
  // Down: nothing is lost, and nothing is told as told
  const gone = await startMailServer();
  await gone.close();
  expect(await turn(jobsFor(configFor(gone.url)))).toBeInstanceOf(Error);
  expect(
    (await a.sql("select state from platform.letter")).rows.every(({ state }) => state === "waiting"),
  ).toBe(true);
  const waiting = (await a.sql("select count(*)::int as n from platform.letter")).rows[0].n as number;
  expect(waiting).toBeGreaterThanOrEqual(2);
  // Taken, and the answer lost: sent again with the same Message-ID
  smtp.answers = "lost";
  expect(await turn()).toBeInstanceOf(Error);
  const first = idsOf();
  expect(first.length).toBeGreaterThan(0);
  // Slower than one waits for: not known, and so the same
  smtp.answers = { afterMs: 2000 };
  expect(await turn()).toBeInstanceOf(Error);
  // One receiver is refused for now, the others are not held up
  smtp.answers = "at-once";
  smtp.refuses = { [`${DIRECTOR}@astorp.example`]: 451 };
  smtp.received.length = 0;
  expect(await turn()).toBeInstanceOf(Error);
  const taken = idsOf();
  expect(to(HEAD)).toHaveLength(1);
  expect(to(DIRECTOR)).toHaveLength(0);
  smtp.refuses = {};
  expect(await turn()).toBeUndefined();
  expect(to(DIRECTOR)).toHaveLength(1);
  // Acknowledged once each, and never again; what was sent before under a lost answer has the same name
  expect(await turn()).toBeUndefined();
  const all = idsOf();
  expect([all.length, new Set(all).size]).toEqual([waiting, waiting]);
  expect(first.every((id) => all.includes(id))).toBe(true);
  expect(taken.length).toBe(waiting - 1);
  expect((await a.sql("select distinct state from platform.letter")).rows).toEqual([{ state: "sent" }]);
});

test("A-14: what the mail server has taken and could not be noted is not sent again; without a mail server nothing is made", async () => {
  waits = { [HEAD]: [thing("a", "2027-03-10")] };
  await a.moveDay(MONDAY);
  const { letter } = jobsFor();
  let fails = true;
  const shaky = {
    ...letter,
    settled: async (...args: Parameters<NonNullable<typeof letter.settled>>) => {
      if (fails) throw new Error("the database went away");
      await letter.settled?.(...args);
    },
  };
  await turn(jobsFor(configFor("smtp://127.0.0.1:9")));
  const { rows } = await a.sql(`select letter_id as id from platform.letter where person_id = '${HEAD}'`);
  const sending = letterJob(config, [shaky], mailOf(config));
  const work = {
    door: a.server.door,
    municipality: "1277",
    signal: new AbortController().signal,
    data: { letter: rows[0].id },
  };
  await expect(sending.run(work)).rejects.toThrow("went away");
  fails = false;
  await sending.run(work);
  expect(smtp.received).toHaveLength(1);
  await a.sql("delete from platform.letter; delete from year.reminder_told");
  const none = readConfig({ DATABASE_URL: "postgres://localhost/none", TILLIT_SAMPLE: "organisation" });
  expect(await turn(jobsFor(none, undefined))).toBeUndefined();
  expect((await a.sql("select count(*)::int as n from platform.letter")).rows).toEqual([{ n: 0 }]);
});
