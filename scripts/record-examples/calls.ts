import { sql } from "kysely";
import type { Door } from "../../src/platform/database/door.ts";
import { tellOf } from "../../src/platform/intake/progress.ts";
import { setPassword } from "../../src/platform/sign-in.ts";
import type { Call, Client, Reply } from "../../src/shell/year/client.ts";
import { accountCalls } from "./account-calls.ts";
import { controlCalls } from "./control.ts";
import { elsewhereCalls } from "./elsewhere.ts";
import { mandatesAndRequests } from "./mandates.ts";
import { peopleAndPosts } from "./people.ts";
import { providersAndPrograms } from "./providers.ts";
import { reminderCalls } from "./reminders.ts";
import { staffCalls } from "./staff.ts";
import { valueCalls } from "./values.ts";
import { wheelCalls } from "./wheel.ts";

/** Who is asked as, until somebody is answered. */
export const PEOPLE = ["ekonomichef", "bildning-chef", "revisor", "ks-ordforande", "kommunchef"];
export const YEARS = ["2027", "2028", "2026", "2029", "2030"];

/** What a read must be asked with, or says more by. */
export const QUERIES: Readonly<Record<string, Record<string, string>>> = {
  tryMandates: { action: "edit:body-goals", body: "bildningsnamnden", day: "2028-05-15" },
  askMay: { action: "decide:budget", body: "kommunfullmaktige" },
  getComparison: {
    from: "planning-conditions:kommunstyrelsen:2027@1",
    to: "budget:kommunfullmaktige:2027@1",
  },
  getCourse: { of: "body-goals:socialnamnden:2028/kontinuitet" },
  listTies: { of: "body-goals:bildningsnamnden:2027/lasning" },
  getThread: { thing: "body-goals:bildningsnamnden:2027/lasning", year: "2027" },
  getThreadBelow: { thing: "body-goals:bildningsnamnden:2027/lasning", year: "2027" },
  listOrphans: { year: "2028" },
  search: { q: "elev" },
  getExplainedBudget: { of: "budget:kommunfullmaktige:2027@1" },
};

/** Where a read is asked for whose address no list of ids and bodies fills in, or only after many tries. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  getComputedValue: "/goals/computed/socialnamnden/sjukfranvaro/sjukfranvaro-hemvard/2028",
  listValueVersions: "/goals/values/socialnamnden/kontinuitet/personkontinuitet",
  listGoalYears: "/goals/years/kommunstyrelsen/energi",
  getSpread: "/goals/spread/2027/bildningsnamnden/lasning/kravniva-lasning",
  getMandate: "/mandates/m025",
  getHistory: "/history/mandate/m025",
  getAssignmentsPdf: "/assignments/document.pdf",
  getAssignmentsWord: "/assignments/document.docx",
  getMatterPdf: "/matters/vision:kommunfullmaktige:2021/document.pdf",
  getMatterWord: "/matters/vision:kommunfullmaktige:2021/document.docx",
  getHistoryCsv: "/history/mandate/m025/log.csv",
  getHistoryWorkbook: "/history/mandate/m025/log.xlsx",
  listSavedRevisions: "/matters/budget:kommunfullmaktige:2028/saved",
  getControlEvidence: "/control/evidence/bildningsnamnden/2027/k-fakturor",
  getRunningReports: "/control/running/bildningsnamnden/2027",
  getAssessmentGround: "/control/assessment/bildningsnamnden/2028",
  getControlSupervision: "/control/supervision/2027",
  listOtherYears: "/matters/control-plan:bildningsnamnden:2028/other-years",
};

/** Reads that say nothing before what is done afterwards. */
export const ASKED_AFTERWARDS: readonly string[] = [
  "listCounterProposals",
  "getUnitPart",
  "getSavedChanges",
  "listLocalAccounts",
  "getOwnAccount",
  "offeredProviders",
  "listProviders",
  "getProvider",
  "getProviderRules",
  "listProviderPeople",
  "listEmployeeNumbers",
  "listServiceAccounts",
  "getHandovers",
  "fetchHandover",
  "getElsewhere",
  "fetchEvidence",
  "getStaffFigures",
  "listStaffImports",
];

/** What the sample's year does not do, after it; what takes away comes last. */
export async function afterwards(client: Client, door: Door, on: string): Promise<void> {
  const ask = async (call: Omit<Call, "on"> & { on?: string }): Promise<Reply> => {
    const reply = await client.call({ on, ...call });
    if (reply.status !== 200) throw new Error(`${call.method} ${call.path}: ${JSON.stringify(reply.json)}`);
    return reply;
  };
  await ask({
    method: "GET",
    path: "/analysis/lessons-to-carry/bildningsnamnden",
    as: "bildning-chef",
    on: "2027-11-20",
  });
  // A unit's part of next year's internal budget, once that is being written
  await ask({
    method: "PUT",
    path: "/budget/internal-budget/bildningsnamnden/2029",
    as: "bildning-controller",
    body: {
      lines: [
        { id: "laromedel", name: "Läromedel", unit: "bjornekullaskolan", account: "6410", amountTkr: 2082 },
      ],
      units: [{ id: "bjornekullaskolan", frameTkr: 2100 }],
      comment: "",
    },
    headers: { "if-none-match": "*" },
  });
  const unit = { path: "/budget/unit-part/bjornekullaskolan/2029", as: "rektor-bjornekulla" } as const;
  const part = await ask({ ...unit, method: "GET" });
  await ask({
    ...unit,
    method: "PUT",
    body: { ...(part.json as { content: object }).content, done: true },
    headers: { "if-match": part.etag ?? "" },
  });
  // On the eve of the decisions on next year's internal control
  const eve = { method: "GET", as: "ks-ordforande", on: "2027-11-10" } as const;
  await ask({ ...eve, path: "/decisions/awaiting?body=bjornekulla-it-ab" });
  await ask({ ...eve, path: "/matters/control-plan:bjornekulla-it-ab:2028/before-decision" });
  await ask({
    method: "POST",
    path: "/goals/wording",
    as: "bildning-chef",
    body: { wording: "Vi ska utbilda personalen", term: "short", year: 2028 },
  });

  // A reorganisation that is looked at, registered and, as its day is far away, taken back
  const reorganising = { method: "POST", as: "systemforvaltare" } as const;
  const steps = [
    { do: "merge", bodies: ["kultur-och-fritidsnamnden"], into: "bildningsnamnden", posts: "end" },
    { do: "move", body: "elevhalsan", parent: "socialforvaltningen" },
  ];
  const day = "2030-01-01";
  await ask({ ...reorganising, path: "/reorganisations/preview", body: { day, steps } });
  const registered = await ask({
    ...reorganising,
    path: "/reorganisations",
    body: { name: "En nämnd för bildning och kultur", day, reason: "En väg in", decision: "KF § 61", steps },
  });
  await ask({ method: "GET", path: "/reorganisations", as: "systemforvaltare" });
  await ask({
    ...reorganising,
    path: `/reorganisations/${(registered.json as { id: string }).id}/taking-back`,
    body: { reason: "Skjuts upp" },
  });
  // The same day by a table, which is taken back too
  const rows = ["Namn;Slag;Hör till", "Fritidsgården;enhet;Kultur- och fritidsförvaltningen"].join("\n");
  const bodiesFile = { name: "organ.csv", bytes: new TextEncoder().encode(rows) };
  const about = `day=${day}&missing=stay`;
  const read = await ask({ ...reorganising, path: `/bodies-table/preview?${about}`, file: bodiesFile });
  const { sha256 } = read.json as { sha256: string };
  const said = `name=${encodeURIComponent("En fritidsgård")}&reason=Plats&decision=KF`;
  const byTable = await ask({
    ...reorganising,
    path: `/bodies-table?${about}&${said}&sha256=${sha256}`,
    file: bodiesFile,
  });
  await ask({
    ...reorganising,
    path: `/reorganisations/${(byTable.json as { id: string }).id}/taking-back`,
    body: { reason: "Skjuts upp" },
  });

  // The head of the day by mail: nobody sends any here, so that what is asked is to have none, and a link ends what stands there
  const letters = "/decisions/heads/letters";
  const token = `${"0".repeat(63)}1`;
  await ask({ method: "POST", path: letters, as: "revisor", body: { wanted: false } });
  await door.write({ municipality: "1277", personId: "revisor", requestId: "example" }, "exempel", (tx) =>
    sql`insert into decisions.head_subscriber (municipality_id, person_id, token, since)
      values ('1277', 'revisor', ${token}, ${on})`.execute(tx),
  );
  await ask({ method: "POST", path: `${letters}/end`, as: "revisor", body: { token } });

  await reminderCalls(ask, door);

  // As if a file were being read
  const file = { municipality: "1277", personId: "ekonomichef", key: "nyckel-till-filen" };
  tellOf(file)({ stage: "reading", share: 0.4 });
  await ask({ method: "GET", path: `/files/${file.key}/progress`, as: file.personId });

  await providersAndPrograms(ask);
  await movingIn(ask, door);

  await wheelCalls(ask, on);

  const ages = Array.from(
    { length: 101 },
    (_, age) => `"1277 Åstorp","${age === 100 ? "100+" : age} år",${150 + age}`,
  );
  const table = ['"region","ålder","2025"', ...ages].join("\r\n");
  await ask({
    method: "POST",
    path: "/budget/population-file?region=1277%20%C3%85storp",
    as: "ekonomichef",
    file: { name: "befolkning.csv", bytes: new TextEncoder().encode(table) },
  });

  const scenarios = (await ask({ method: "GET", path: "/budget/scenarios/2027", as: "ks-ordforande" })).json;
  const own = (scenarios as { id: string; owner: string; mine: boolean }[]).find(({ mine }) => mine);
  if (!own) throw new Error("The chair of the executive has no scenario in the sample's year");
  const scenario = { path: `/budget/scenarios/2027/${own.id}`, as: "ks-ordforande" };
  const present = await ask({ method: "GET", ...scenario });
  const { content } = present.json as { content: unknown };
  await ask({ method: "PUT", ...scenario, body: content, headers: { "if-match": present.etag as string } });
  await ask({ method: "DELETE", ...scenario });

  const goal = "body-goals:socialnamnden:2028/kontinuitet";
  await ask({ method: "GET", path: `/course?of=${encodeURIComponent(goal)}`, as: "social-chef" });
  const to = { thing: goal, to: "social-controller", from: on, reason: "Tar över uppföljningen" };
  await ask({ method: "POST", path: "/course/hand-over", as: "social-chef", body: to });
  const inHand = "/control/carried-out/socialnamnden/2028";
  const carriedOut = {
    result: "deviation",
    doneOn: on,
    sample: "25 brukare",
    finding: "Två insatser saknades",
    measure: {
      text: "Ny kontroll vid varje arbetspass",
      responsible: "enhetschef-hemvard",
      due: "2028-06-30",
    },
  };
  await ask({ method: "POST", path: `${inHand}/k-insatser`, as: "enhetschef-hemvard", body: carriedOut });
  await ask({ method: "GET", path: inHand, as: "enhetschef-hemvard" });
  await ask({
    method: "POST",
    path: "/course/entries",
    as: "enhetschef-hemvard",
    body: {
      thing: "control-report:socialnamnden:2028/measures/k-insatser/1",
      sort: "state",
      value: "under-way",
    },
  });
  const wrong = { reason: "Fel kontroll" };
  await ask({
    method: "POST",
    path: `${inHand}/k-insatser/1/take-back`,
    as: "enhetschef-hemvard",
    body: wrong,
  });
  await ask({
    method: "POST",
    path: "/carried-on/kommunstyrelsen",
    as: "controller-ksf",
    body: { said: [{ thing: "body-goals:kommunstyrelsen:2028/energi", same: true }] },
  });

  const writers = "/matters/interim-report:socialnamnden:2028/writers";
  const request = { person: "ekonomichef", from: on, to: "2028-10-15", reason: "Skriver ekonomin" };
  const asked = await ask({ method: "POST", path: writers, as: "social-chef", body: request });
  await ask({ method: "GET", path: writers, as: "ekonomichef" });
  const [first] = (asked.json as { writers: { entry: number }[] }).writers;
  await ask({ method: "POST", path: `${writers}/${first?.entry}/end`, as: "social-chef" });
  await counterProposals(ask);
  await mandatesAndRequests(ask, on);
  const secrecy = "/matters/control-plan:socialnamnden:2028/secrecy";
  const marking = { ground: "26:1", note: "Uppgifter om enskilda brukare" };
  await ask({ method: "POST", path: secrecy, as: "social-chef", body: marking });
  const ending = { reason: "Uppgifterna är inte längre känsliga" };
  await ask({ method: "POST", path: `${secrecy}/end`, as: "social-sekreterare", body: ending });
  const changes = await ask({ method: "GET", path: "/changes?table=organisation.mandate", as: "revisor" });
  const [change] = (changes.json as { changes: { entry: number }[] }).changes;
  await ask({ method: "GET", path: `/changes/${change?.entry}`, as: "revisor" });

  await valueCalls(ask);
  await staffCalls(ask);
  await controlCalls(ask);
  await ask({ method: "GET", path: "/ledger-codes", as: "ekonomichef" });
  await ask({ method: "GET", path: "/ledger/codes-without-unit/2027", as: "ekonomichef" });
  const code = { path: "/ledger-codes/311", as: "ekonomichef" };
  const codeNow = await ask({ method: "GET", ...code });
  const periods = [
    { body: "bjornekullaskolan", validFrom: "2019-01-01", validTo: "2028-06-30" },
    { body: "bildningsforvaltningen", validFrom: "2028-07-01", validTo: null },
  ];
  await ask({
    method: "POST",
    path: "/ledger/codes/effect",
    as: "ekonomichef",
    body: { dimension: "1", code: "311", codeTo: null, periods },
  });
  const dimensions = await ask({ method: "GET", path: "/ledger/dimensions", as: "ekonomichef" });
  await ask({
    method: "PUT",
    path: "/ledger/dimensions",
    as: "ekonomichef",
    body: { dimensions: ["1"] },
    headers: { "if-match": dimensions.etag as string },
  });
  await ask({
    method: "PUT",
    ...code,
    body: { periods },
    headers: { "if-match": codeNow.etag as string },
  });
  // A meeting that begins to change what was laid forward, and lets it be
  const forecast = "/matters/population-forecast:kommunstyrelsen:2028";
  const drafts = await ask({
    method: "GET",
    path: "/matters?kind=population-forecast&year=2028",
    as: "ekonomichef",
  });
  const [open] = drafts.json as { version: number; revision: number }[];
  if (!open) throw new Error("The sample's year leaves no forecast of its own to 2028");
  const { version, revision } = open;
  const why = "Prognosen räknas om efter årets flyttningar: något fler barn i skolåldern än i den förra.";
  await ask({ method: "GET", path: `${forecast}/proposal`, as: "ekonomichef" });
  await ask({ method: "POST", path: `${forecast}/proposal`, as: "ekonomichef", body: { revision, why } });
  await ask({
    method: "GET",
    path: `${forecast}/deciding?version=${version}&decidedOn=${on}`,
    as: "ks-sekreterare",
  });
  await ask({ method: "POST", path: `${forecast}/change`, as: "ks-sekreterare", body: { revision } });
  await ask({ method: "DELETE", path: `${forecast}/change?revision=1`, as: "ks-sekreterare" });
  const imports = (await ask({ method: "GET", path: "/ledger/imports", as: "ekonomichef" })).json;
  const [newest] = imports as { importId: number }[];
  await ask({ method: "POST", path: `/ledger/imports/${newest?.importId}/undo`, as: "ekonomichef" });
  const account = { email: "ekonomichef@astorp.example", password: "ett långt lösenord" };
  await door.write(
    { municipality: "1277", personId: "installation", requestId: "example" },
    "Ett konto",
    (tx) => setPassword(tx, { municipality: "1277", personId: "ekonomichef", ...account }),
  );
  await door.write(
    { municipality: "1277", personId: "installation", requestId: "example" },
    "En chef som har slutat",
    (tx) =>
      sql`update organisation.post set valid_to = ${on}::date - 1 where person_id = 'enhetschef-hemvard'`.execute(
        tx,
      ),
  );
  await ask({ method: "GET", path: "/course/ownerless", as: "social-chef" });
  await ask({ method: "GET", path: "/decisions-seals", as: "revisor" });
  await ask({ method: "GET", path: "/people/former", as: "ks-sekreterare" });
  await ask({
    method: "POST",
    path: "/people/tidigare-fritidsutvecklare/erasure",
    as: "ks-sekreterare",
    body: { reason: "Uppdraget upphörde för två år sedan" },
  });
  await ask({ method: "POST", path: "/sign-in/local", as: "revisor", body: account });
  await accountCalls(ask, door);
  await elsewhereCalls((call) => ask(call), door);
  await peopleAndPosts(ask, on, "2028-05-16");
  await ask({ method: "POST", path: "/sign-in/sample", as: "revisor", body: { person: "ekonomichef" } });
  await ask({ method: "POST", path: "/sign-out", as: "revisor" });
}

/** How a municipality moves in: what is done once, and what was decided before. */
async function movingIn(
  ask: (call: Omit<Call, "on"> & { on?: string }) => Promise<Reply>,
  door: Door,
): Promise<void> {
  const as = "systemforvaltare";
  const csv = (name: string, lines: readonly string[]) => ({
    name,
    bytes: new TextEncoder().encode(lines.join("\r\n")),
  });
  await ask({ method: "GET", path: "/setup", as });
  await ask({ method: "PUT", path: "/setup/steps/mandates", as, body: { mark: "done" } });
  const bodies = { path: "/setup/bodies", as };
  const present = await ask({ method: "GET", ...bodies });
  const rows = (
    present.json as { rows: { key: string; name: string; kind: string; parent: string | null }[] }
  ).rows;
  const plain = rows.map(({ key, name, kind, parent }) => ({ key, name, kind, parent }));
  await ask({
    method: "PUT",
    ...bodies,
    body: { rows: plain },
    headers: { "if-match": present.etag as string },
  });
  await ask({
    method: "POST",
    path: "/setup/bodies/table",
    as,
    file: csv("organisation.csv", ["Namn;Slag;Hör till", "Kommunfullmäktige;kommunfullmäktige;"]),
  });
  await ask({ method: "GET", path: "/setup/people", as });
  // The day from which it is followed, for as long as it takes to register what was decided before
  const writer = { municipality: "1277", personId: "installation", requestId: "example" };
  const follow = (day: string | null) =>
    door.write(writer, "exempel", (tx) =>
      sql`update platform.municipality set started_on = ${day} where municipality_id = '1277'`.execute(tx),
    );
  await follow("2027-01-01");
  await ask({
    method: "POST",
    path: "/decisions/earlier",
    as,
    body: {
      kind: "strategic-goals",
      body: "kommunfullmaktige",
      year: 2020,
      content: {
        goals: [
          { id: "trygg-uppvaxt", name: "Trygg uppväxt", text: "Barn växer upp tryggt.", agenda2030: [4] },
        ],
      },
      decidedOn: "2019-11-25",
      paragraph: "§ 98",
      reference: "KS 2019/310",
      sentence: "Kommunfullmäktige antog inriktningsmålen.",
    },
  });
  await follow(null);
  const counted = (await ask({ method: "GET", path: "/budget/population-start", as })).json as {
    year: number;
  };
  await door.write(writer, "exempel", (tx) =>
    sql`update platform.municipality set first_year = 2035 where municipality_id = '1277'`.execute(tx),
  );
  await ask({ method: "POST", path: "/budget/population-start", as, body: { counted: counted.year } });
  await door.write(writer, "exempel", (tx) =>
    sql`update platform.municipality set first_year = 2027 where municipality_id = '1277'`.execute(tx),
  );
}

/** A vision that lies before the executive, what is put against it, and what is asked of it. */
async function counterProposals(
  ask: (call: Omit<Call, "on"> & { on?: string }) => Promise<Reply>,
): Promise<void> {
  const vision = { path: "/goals/vision/kommunfullmaktige/2031", as: "kommunchef" };
  const body = { name: "Söderåsstaden", text: "Här vågar vi pröva nytt.", validTo: "2040-12-31" };
  await ask({ method: "PUT", ...vision, body, headers: { "if-none-match": "*" } });
  const matter = "/matters/vision:kommunfullmaktige:2031";
  const why = "Visionen från 2020 har gått ut: orden är kvar, och den gäller till 2040.";
  await ask({ method: "POST", path: `${matter}/proposal`, as: vision.as, body: { revision: 1, why } });
  const against = {
    party: "Partigrupp A (exempel)",
    sentence: "Visionen ska gälla till 2035 och nämna landsbygden",
    text: "Fullmäktige bör pröva visionen på nytt under nästa mandatperiod.",
  };
  const path = `${matter}/counter-proposals`;
  await ask({ method: "POST", path, as: "ks-ordforande", body: against });
  await ask({ method: "GET", path, as: "ks-ordforande" });
  await ask({ method: "GET", path: `${path}/1`, as: "ks-ordforande" });
  await ask({ method: "POST", path: `${path}/1/withdrawal`, as: "ks-ordforande" });
  const questions = `${matter}/questions`;
  const text = "Vad händer med det som den förra visionen lovade om landsbygden?";
  await ask({ method: "POST", path: questions, as: "ks-ordforande", body: { text } });
  const answer = { text: "Löftena står kvar i inriktningsmålen; visionen upprepar dem inte." };
  await ask({ method: "POST", path: `${questions}/1/answer`, as: vision.as, body: answer });
  await ask({ method: "GET", path: questions, as: "ks-ordforande" });
}
