import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../decisions/contract.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { readExamples } from "../api/describe.ts";
import { type Astorp, astorp } from "../testing/astorp.ts";
import { cookieOf, raw } from "../testing/raw.ts";
import { rowsIn } from "./csv.ts";
import { houseOfRights } from "./house.ts";
import {
  COLUMNS,
  MODEL_ORGANISATION,
  POSITIONS,
  PUBLIC,
  type Relation,
  relation,
  seatOf,
} from "./positions.ts";
import { AS_REGISTRAR, asAnother, keyOf, NO, type Right, rightsOf, targetsOf, YES } from "./table.ts";

/**
 * Every route as every position, of one's own bodies and of others', against the running server: what it answers is held against
 * docs/rights.csv. A request is right in its form and wrong in its content, or has not seen what is there: who may not is refused before
 * anybody looks at that, and who may is told of it, so nothing is written.
 */
const house = houseOfRights();
const written = rowsIn(readFileSync(join(import.meta.dirname, "../../../docs/rights.csv"), "utf8"));
const byKey = new Map(written.map((row) => [keyOf(row), row]));
const examples = readExamples();
/** A year of which nothing is known, so that nothing is reckoned. */
const YEAR = 2190;
/** Who has the things: somebody whose manager has no position that is played. */
const HOLDER = "vd-it";

/** The sample's body in each place of the model's organisation. */
const IN_SAMPLE: Readonly<Record<string, string>> = {
  kf: "kommunfullmaktige",
  revision: "revisionen",
  ks: "kommunstyrelsen",
  namnd: "bildningsnamnden",
  "annan-namnd": "socialnamnden",
  "ks-forvaltning": "kommunstyrelseforvaltningen",
  forvaltning: "bildningsforvaltningen",
  "annan-forvaltning": "socialforvaltningen",
  enhet: "bjornekullaskolan",
  granne: "granne",
  "annan-enhet": "hemvarden-norr",
  bolag: "bjornekulla-fastighets-ab",
  dotterbolag: "kvidingebyggen-ab",
  "annat-bolag": "bjornekulla-it-ab",
  "delagt-bolag": "nsva",
};
const inSample = (body: string): string => IN_SAMPLE[body] as string;

let a: Astorp;
const cookies = new Map<string, string>();
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

beforeAll(async () => {
  a = await astorp();
  await a.moveDay("2027-01-20");
  const rows: string[] = [
    "select set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false)",
  ];
  rows.push(
    `insert into organisation.body (municipality_id, body_id, kind, name, parent_id, position, valid_from)
     values ('1277', 'granne', 'unit', 'Granne', 'bildningsforvaltningen', 99, '2019-01-01')`,
  );
  for (const [i, position] of POSITIONS.entries()) {
    rows.push(
      `insert into organisation.person (municipality_id, person_id) values ('1277', 'prov-${i}')`,
      `insert into platform.personal (municipality_id, person_id, sort, value) values ('1277', 'prov-${i}', 'name', ${quoted(position.name)})`,
      `insert into organisation.post (municipality_id, post_id, person_id, body_id, role, title, valid_from)
       values ('1277', 'prov-${i}', 'prov-${i}', '${inSample(seatOf(position))}', '${position.role}', 'Prov', '2019-01-01')`,
    );
  }
  for (const { routes } of house.kinds.all) {
    // As it is stored: with all that is filled in where it is left out
    const content = quoted(JSON.stringify(routes.put.body?.parse(contentOf(routes.put.id))));
    for (const target of MODEL_ORGANISATION.filter(({ kind }) => routes.kind.bodies.includes(kind))) {
      const id = matterId(routes.kind.kind, inSample(target.id), YEAR);
      rows.push(
        `insert into decisions.matter (municipality_id, matter_id, kind, body_id, year)
         values ('1277', '${id}', '${routes.kind.kind}', '${inSample(target.id)}', ${YEAR})`,
        `insert into decisions.version (municipality_id, matter_id, number, state, content, edited_by, written_on)
         values ('1277', '${id}', 1, 'draft', ${content}::jsonb, 'prov-0', '2027-01-01')`,
      );
    }
  }
  for (const target of MODEL_ORGANISATION.filter(({ kind }) => kind !== "audit")) {
    const body = inSample(target.id);
    for (const { object } of house.held)
      rows.push(
        `insert into organisation.holding (municipality_id, source, thing, what, person_id, body_id, name, valid_from)
         values ('1277', '${sourceOf(object, body)}', '${sourceOf(object, body)}/prov', 'goal', '${HOLDER}', '${body}', 'Prov', '2019-01-01')`,
      );
    rows.push(
      `insert into analysis.lesson values ('1277', '${lessonOf(body)}', '${body}', 2027, 'whole', 'Prov', 'Prov', null, 'prov-0', '2027-01-01')`,
      // Answered already: nobody answers twice
      `insert into analysis.answer values ('1277', '${lessonOf(body)}', 'Prov', 'prov-0', '2027-01-01')`,
    );
  }
  await a.sql(rows.join(";\n"));
  // A control to carry out stands in a decided plan
  for (const [body, by] of [
    ["kommunstyrelsen", "ks-sekreterare"],
    ["bildningsnamnden", "bildning-sekreterare"],
    ["socialnamnden", "social-sekreterare"],
    ["bjornekulla-fastighets-ab", "fastighet-ordforande"],
    ["kvidingebyggen-ab", "kvidinge-ordforande"],
    ["bjornekulla-it-ab", "it-ordforande"],
  ] as const) {
    const path = `/control/control-plan/${body}/2027`;
    const plan = contentOf("putControlPlan") as { risks: { id: string }[]; controls: object[] };
    const [risk] = plan.risks;
    const controls = plan.controls.map((control) => ({ ...control, risk: risk?.id }));
    const text = JSON.stringify({ ...plan, controls }).replace(
      /"responsible":"[^"]*"/g,
      `"responsible":"${HOLDER}"`,
    );
    const drafted = await a.draft(by, "2027-01-20", path, JSON.parse(text));
    expect(drafted.status, JSON.stringify(drafted.json)).toBe(200);
    const decided = await a.decide(by, "2027-01-20", `control-plan:${body}:2027`, {
      reasons: reasonsFor(drafted.json),
    });
    expect(decided.status, JSON.stringify(decided.json)).toBe(200);
    await a.sql(`
      insert into control.carried_out (municipality_id, body_id, year, control_id, time, result, done_on, sample, finding,
        measure_text, measure_due, registered_by, valid_from)
      values ('1277', '${body}', 2027, '${controlId()}', 1, 'deviation', '2027-01-20', '', 'Prov', 'Prov', '2027-12-31',
        '${HOLDER}', '2027-01-20');
      insert into control.evidence (municipality_id, evidence_id, matter_id, body_id, year, control_id, time, filename, sort,
        size, sha256, added_by, added_on, removed_on, removed_by, reason)
      values ('1277', '${lessonOf(body)}', 'control-report:${body}:2027', '${body}', 2027, '${controlId()}', 1, 'Prov', 'text',
        1, '${"0".repeat(64)}', '${HOLDER}', '2027-01-20', '2027-01-20', '${HOLDER}', 'Prov')`);
  }
  // What somebody is asked to do stands in a decision
  await a.sql(
    MODEL_ORGANISATION.filter(({ kind }) => kind !== "audit")
      .flatMap((target) => {
        const body = inSample(target.id);
        const id = assignmentOf(body);
        return [
          `insert into decisions.assignment (municipality_id, assignment_id, decision, matter_id, giver_id, given_on, text,
             to_body_id, due, report, registered_by, registered_on)
           values ('1277', '${id}', 1, 'control-plan:kommunstyrelsen:2027', '${body}', '2027-01-20', 'Prov',
             '${body}', '2027-06-30', 'Prov', 'prov-0', '2027-01-20')`,
          `insert into organisation.holding (municipality_id, source, thing, what, person_id, body_id, name, valid_from)
           values ('1277', 'assignment:${id}', 'assignment:${id}', 'assignment', '${HOLDER}', '${body}', 'Prov', '2019-01-01')`,
        ];
      })
      .join(";\n"),
  );
  for (const [i, { name }] of POSITIONS.entries())
    cookies.set(name, await cookieOf(a.server.app, `prov-${i}`));
}, 120_000);
afterAll(() => a.stop());

/** What the example of a route sends. */
function contentOf(id: string): Record<string, unknown> {
  const body = examples[id]?.body as Record<string, unknown> | undefined;
  if (!body) throw new Error(`src/shell/api/examples.json har inget exempel för ${id}: kör npm run examples`);
  return body;
}

const reasonsFor = (view: unknown): Record<string, string> =>
  Object.fromEntries(
    ((view as { remarks?: { level: string; code: string }[] }).remarks ?? [])
      .filter(({ level }) => level === "needs-reason")
      .map(({ code }) => [code, "Prov"]),
  );

const sourceOf = (object: string, body: string): string =>
  object === "governing-document" ? `document:prov-${body}` : `${object}:${body}:${YEAR}`;

interface Asked {
  readonly path: string;
  readonly body?: object | Buffer;
  readonly headers?: Record<string, string>;
}

const FILE: Pick<Asked, "body" | "headers"> = {
  body: Buffer.from(
    `--x\r\ncontent-disposition: form-data; name="file"; filename="f.se"\r\n\r\n#FLAGGA 0\r\n--x--\r\n`,
  ),
  headers: { "content-type": "multipart/form-data; boundary=x" },
};
/** A lesson of a body: its id is a UUID. */
const lessonOf = (body: string): string =>
  `00000000-0000-4000-8000-${String(Object.values(IN_SAMPLE).indexOf(body)).padStart(12, "0")}`;
/** An assignment that a body has been given, and gave. */
const assignmentOf = (body: string): string => `1-${Object.values(IN_SAMPLE).indexOf(body) + 1}`;
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** How a right is asked for in a body: what is sent, by the route's id. */
const SENT: Readonly<Record<string, (right: Right, body: string) => Asked>> = {
  // Of nobody: nobody's data are gone afterwards
  inviteToAccount: () => ({
    path: "/accounts/invitations",
    body: { person: NOBODY, email: "prov@astorp.example" },
  }),
  sendAccountLink: () => ({ path: `/accounts/${NOBODY}/link` }),
  shutAccount: () => ({ path: `/accounts/${NOBODY}/shutting`, body: { shut: true } }),
  endSessionsOf: () => ({ path: `/accounts/${NOBODY}/sessions/end` }),
  removeFactorsOf: () => ({ path: `/accounts/${NOBODY}/second-factor/removal` }),
  setSecondFactorRoles: () => ({ path: "/accounts/second-factor-roles", body: { roles: [] } }),
  setHandoverKey: () => ({ path: "/handovers/key", body: { recipient: `age1${"q".repeat(58)}` } }),
  sendLetterAgain: () => ({ path: "/accounts/letters/999999999/sending" }),
  erasePerson: () => ({ path: `/people/${NOBODY}/erasure`, body: { reason: "Prov" } }),
  leave: () => ({ path: `/people/${NOBODY}/leaving`, body: { on: "2027-01-20" } }),
  addPerson: () => ({
    path: "/people",
    body: {
      name: "Prov",
      post: { body: "finns-inte", role: "employee", title: "Prov", validFrom: "2027-01-20", validTo: null },
    },
  }),
  previewPeopleTable: () => ({ path: "/people-table/preview?sort=table", ...FILE }),
  applyPeopleTable: () => ({ path: "/people-table?sort=table&name=Prov&sha256=0", ...FILE }),
  previewBodiesTable: () => ({ path: "/bodies-table/preview?day=2030-01-01&missing=stay", ...FILE }),
  applyBodiesTable: () => ({
    path: "/bodies-table?day=2030-01-01&missing=stay&name=Prov&reason=Prov&decision=Prov&sha256=0",
    ...FILE,
  }),
  registerReorganisation: () => ({
    path: "/reorganisations",
    body: {
      name: "Prov",
      day: "2030-01-01",
      reason: "Prov",
      decision: "Prov",
      steps: [{ do: "move", body: "finns-inte", parent: "kommunstyrelsen" }],
    },
  }),
  makeRequest: () => ({
    path: "/requests",
    body: { ...contentOf("makeRequest"), to: NOBODY },
  }),
  decide: (right, body) => ({
    path: "/decisions",
    body: {
      matter: matterId((right.actions[0] as string).slice("decide:".length), body, YEAR),
      version: 1,
      revision: 999,
      decidedOn: "2027-01-20",
      paragraph: "§ 1",
      reference: "PROV",
      sentence: "Beslutas så här i provet",
    },
  }),
  layCounterProposal: (_right, body) => ({
    path: `${laidBefore(body)}/counter-proposals`,
    body: { party: "Prov", sentence: "Ett motförslag på prov" },
  }),
  withdrawCounterProposal: (_right, body) => ({
    path: `${laidBefore(body)}/counter-proposals/1/withdrawal`,
  }),
  askQuestion: (_right, body) => ({
    path: `${laidBefore(body)}/questions`,
    body: { text: "En fråga på prov" },
  }),
  handOver: (right, body) => ({
    path: "/course/hand-over",
    body: { thing: thingOf(right, body), to: "ingen", from: "2027-01-20", reason: "Prov" },
  }),
  writeCourse: (right, body) => ({
    path: "/course/entries",
    body: { thing: thingOf(right, body), sort: "effect", value: 1, reason: "Prov" },
  }),
  // In a decision that is not there
  giveAssignments: (_right, body) => ({
    path: `/assignments-by/${body}`,
    body: {
      decision: 9_999_999,
      assignments: [{ text: "Prov", to: body, due: "2027-06-30", report: "Prov" }],
    },
  }),
  // Before a meeting that was before it was given
  tellAssignment: (_right, body) => ({
    path: `/assignments/${assignmentOf(body)}/told`,
    body: { sort: "reported", text: "Prov", meetingDay: "2026-01-01" },
  }),
  // What nobody has reported back is not sent back
  answerAssignment: (_right, body) => ({
    path: `/assignments/${assignmentOf(body)}/answer`,
    body: { sort: "returned", text: "Prov" },
  }),
  settleCarried: (_right, body) => ({
    path: `/carried-on/${body}`,
    body: { said: [{ thing: "prov", same: true }] },
  }),
  putDocument: (_right, body) => ({
    path: "/documents/register/prov",
    body: { ...contentOf("putDocument"), body, owner: "ingen", decision: null },
  }),
  putLaw: ({ allow }, body) => ({
    path: `/documents/laws/prov`,
    body: {
      ...contentOf("putLaw"),
      bodies: allow?.where ? ["bildningsnamnden", "socialnamnden"] : [body],
      documents: ["finns-inte"],
    },
  }),
  registerValue: (_right, body) => ({
    path: `/goals/values/${body}/finns-inte/finns-inte/2027-01-10`,
    body: { value: 1, source: "Prov", year: 2027 },
  }),
  removeValue: (_right, body) => ({
    path: `/goals/values/${body}/finns-inte/finns-inte/2027-01-10?reason=Prov`,
  }),
  readValuesFile: (_right, body) => ({
    path: `/goals/values-file?body=${body}&goal=finns-inte&indicator=finns-inte&year=2027&day=2027-01-10`,
    ...FILE,
  }),
  importValues: (_right, body) => ({
    path: `/goals/value-imports/${body}/finns-inte/finns-inte`,
    body: {
      year: 2027,
      name: "Prov",
      source: "Prov",
      rows: [
        {
          day: "2027-01-10",
          from: null,
          to: null,
          sex: null,
          unit: null,
          area: null,
          value: 1,
          people: null,
          note: null,
        },
      ],
    },
  }),
  undoValueImport: (_right, body) => ({
    path: `/goals/value-imports/${body}/finns-inte/finns-inte/1/undo`,
  }),
  judgeGoal: (_right, body) => ({
    path: `/goals/judgements/${body}/finns-inte/2027`,
    body: { judgement: "met", grounds: "Skäl på prov" },
  }),
  registerCarriedOut: (_right, body) => ({
    path: `/control/carried-out/${body}/2027/${controlId()}`,
    body: { ...contentOf("registerCarriedOut"), doneOn: "2190-01-01" },
  }),
  takeBackCarriedOut: (_right, body) => ({
    path: `/control/carried-out/${body}/2027/${controlId()}/399/take-back`,
    body: { reason: "Prov" },
  }),
  // A measure that nobody says is done, a sample larger than its list, a time that is not there, and a file that is gone
  checkMeasure: (_right, body) => ({
    path: "/control/measures/check",
    body: { thing: `control-report:${body}:2027/measures/${controlId()}/1`, verdict: "enough", text: "Prov" },
  }),
  drawSample: (_right, body) => ({
    path: `/control/samples/${body}/2027/${controlId()}`,
    body: { listName: "Prov", rows: ["Prov"], size: 2 },
  }),
  addEvidence: (_right, body) => ({
    path: `/control/evidence?body=${body}&year=2027&control=${controlId()}&time=399`,
    ...FILE,
  }),
  removeEvidence: (_right, body) => ({
    path: `/control/evidence-files/${lessonOf(body)}/removal`,
    body: { reason: "Prov" },
  }),
  // Without a file: so many at once would wait for each other
  readSampleList: () => ({ path: "/control/sample-list", body: {} }),
  noticeRisk: () => ({
    path: "/control/notices",
    body: { body: "finns-inte", text: "Prov", leadsTo: "Prov" },
  }),
  sendRunningReport: (_right, body) => ({
    path: `/control/running/${body}/2027`,
    body: { text: "", told: [] },
  }),
  receiveControlReport: (_right, body) => ({
    path: `/control/receipts/${body}`,
    body: { thing: "running-report:finns-inte", meetingDay: "2027-01-20", text: "" },
  }),
  askForControlPlan: () => ({ path: "/control/plan-requests/bildningsnamnden/2027", body: { text: "" } }),
  nameControlCoordinator: (_right, body) => ({
    path: `/control/coordinators/${body}`,
    body: { person: "ingen" },
  }),
  noteSignal: () => ({
    path: "/goals/signals",
    body: { text: "Prov", seenAt: "Prov", goal: "finns-inte", trend: null },
  }),
  addLesson: (_right, body) => ({
    path: "/analysis/lessons",
    body: { ...contentOf("addLesson"), body, fromMatter: "vision:kommunfullmaktige:2189" },
  }),
  answerLesson: (_right, body) => ({
    path: `/analysis/lessons/${lessonOf(body)}/answer`,
    body: { text: "Prov" },
  }),
  importLedger: () => ({ path: "/ledger/imports?preview=true", ...FILE }),
  readPopulationFile: () => ({ path: "/budget/population-file?region=1277", ...FILE }),
  markSetupStep: () => ({ path: "/setup/steps/people", body: { mark: null } }),
  putSetupBodies: () => ({ path: "/setup/bodies", body: { rows: [] } }),
  readBodiesTable: () => ({ path: "/setup/bodies/table", ...FILE }),
  registerEarlierDecision: (_right, body) => ({
    path: "/decisions/earlier",
    body: {
      kind: "vision",
      body,
      year: YEAR,
      content: {},
      decidedOn: "2027-01-20",
      paragraph: "§ 1",
      reference: "PROV",
      sentence: "Registreras så här i provet",
    },
  }),
  beginPopulation: () => ({ path: "/budget/population-start", body: { counted: 2000 } }),
  importStaffFigures: () => ({ path: "/staff/imports?preview=true", ...FILE }),
  undoStaffImport: () => ({ path: "/staff/imports/99999/undo" }),
  undoLedgerImport: () => ({ path: "/ledger/imports/1999999999/undo" }),
  putLedgerCode: () => ({ path: "/ledger-codes/311", body: { periods: [] } }),
  createScenario: () => ({
    path: `/budget/scenarios/${YEAR}`,
    body: { ...contentOf("createScenario"), base: { matter: "budget:finns-inte:2190", version: 1 } },
  }),
  putScenario: () => ({ path: `/budget/scenarios/${YEAR}/${NOBODY}`, body: contentOf("createScenario") }),
  shareScenario: () => ({ path: `/budget/scenarios/${YEAR}/${NOBODY}/sharing`, body: { shared: true } }),
  deleteScenario: () => ({ path: `/budget/scenarios/${YEAR}/${NOBODY}` }),
  // What nobody has begun, at a provider that is not there
  beginProvider: () => ({ path: "/sign-in/providers/finns-inte/round" }),
  finishProvider: () => ({ path: "/sign-in/providers/answer", body: {} }),
  listChanges: () => ({ path: "/changes" }),
  getChange: () => ({ path: "/changes/1" }),
  getReportProposal: (right, body) => ({
    path: `/followup/${(right.actions[0] as string).slice("edit:".length)}/${body}/${YEAR}/proposal`,
  }),
};
/** A matter of a body's own, which nobody has laid forward. */
const laidBefore = (body: string): string =>
  `/matters/${matterId(body === IN_SAMPLE.kf ? "vision" : "body-goals", body, YEAR)}`;
const thingOf = (right: Right, body: string): string =>
  `${sourceOf((right.actions[0] as string).slice("edit:".length), body)}/prov`;
const controlId = (): string =>
  (contentOf("putControlPlan") as { controls: { id: string }[] }).controls[0]?.id ?? "";

/** The request of a right in a body; of a route that is new, its example of the API's description. */
function requestOf(right: Right, body: string): Asked {
  const { route } = right;
  const own = SENT[route.id];
  if (own) return own(right, body);
  const kind = house.kinds.all.find(({ routes }) => routes.put.id === route.id || routes.get.id === route.id);
  if (kind) {
    const path = `/${kind.routes.kind.chapter}/${kind.routes.kind.kind}/${body}/${YEAR}`;
    return route.method === "PUT" ? { path, body: contentOf(route.id) } : { path };
  }
  const { params = {}, query = {} } = examples[route.id] ?? {};
  const sent = examples[route.id]?.body as Record<string, unknown> | undefined;
  const filled: Record<string, unknown> = { ...params, ...("body" in params ? { body } : {}) };
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(String(filled[name] ?? NOBODY)),
  );
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const rest = sent && "body" in sent ? { ...sent, body } : sent;
  return { path: search ? `${path}?${search}` : path, ...(rest ? { body: rest } : {}) };
}

async function allowed(right: Pick<Right, "route">, name: string, asked: Asked): Promise<boolean> {
  const cookie = cookies.get(name);
  const reply = await raw(a.server.app, right.route.method, `/api${asked.path}`, {
    ...(asked.body === undefined ? {} : { body: asked.body }),
    headers: { ...asked.headers, ...(cookie ? { cookie } : {}) },
  });
  const told = `${name}: ${right.route.method} ${asked.path} gav ${reply.status} ${JSON.stringify(reply.json)?.slice(0, 300)}`;
  expect(reply.status, told).toBeLessThan(500);
  if (reply.status === 401 || (reply.status === 403 && reply.json?.code === "may-not")) return false;
  // To read, the route is open to them; which drafts it shows whom is held by reading-drafts.integration.test.ts
  if (reply.json?.code === "draft-not-yours") return right.route.method === "GET";
  // What is known of a person is open to that person, whoever it is, and to who keeps people in order
  if (reply.json?.code === "not-yours-to-know") return true;
  expect(reply.status, told).not.toBe(403);
  return true;
}

interface Place {
  readonly relation: Relation;
  readonly body: string;
}

/**
 * The bodies of which a position asks: one of each sort that the file gives it, and of those that it does not, one of its own and one of
 * another's. That the declared right gives all the other bodies nothing either, rights.test.ts reckons for every one.
 */
function placesFor(name: string, right: Right, cell: string): Place[] {
  const position = POSITIONS.find((one) => one.name === name);
  const seat = position ? seatOf(position) : "kf";
  const bySort = new Map<Relation, string>();
  for (const target of targetsOf(right, MODEL_ORGANISATION)) {
    const is = relation(MODEL_ORGANISATION, seat, target);
    if (is !== undefined && !bySort.has(is)) bySort.set(is, inSample(target.id));
  }
  const places = [...bySort].map(([is, body]) => ({ relation: is, body }));
  const refused = places.filter((place) => !gives(cell, place.relation));
  const own = refused.find(({ relation: is }) => /^(egen|eget)/.test(is));
  const other = refused.find((place) => place !== own);
  return [
    ...places.filter((place) => gives(cell, place.relation)),
    ...(own ? [own] : []),
    ...(other ? [other] : []),
  ];
}
const gives = (cell: string, is: Relation): boolean => cell === YES || cell.split(", ").includes(is);

/** Asks as a position of each of its places, and holds each answer against the cell. */
async function hold(right: Right, name: string, cell: string, key: string, request: (body: string) => Asked) {
  for (const { relation: is, body } of placesFor(name, right, cell)) {
    const said = (await allowed(right, name, request(body))) ? YES : NO;
    const should = gives(cell, is) ? YES : NO;
    expect(
      said,
      `docs/rights.csv, ${key}, kolumnen ${name}, ${is}: filen säger ${should}, servern ${said}`,
    ).toBe(should);
  }
}

const rights = house.routes.flatMap((route) => rightsOf(route, house));
const named = (list: readonly Right[]) =>
  list.map((right) => [keyOf({ ...right.route, about: right.about }), right] as const);
const rowOf = (key: string) => {
  const row = byKey.get(key);
  if (!row)
    throw new Error(
      `docs/rights.csv saknar raden för ${key}; npm test -- src/shell/rights/rights.test.ts säger vilken`,
    );
  return row;
};

describe("R-2, P-4: the running server answers every position as docs/rights.csv says", () => {
  const mandated = rights.filter(
    (right) => right.allow && !asAnother(right) && right.route.access === "signed-in",
  );
  test.each(named(mandated))("%s", async (key, right) => {
    const row = rowOf(key);
    await Promise.all(
      COLUMNS.map((name) =>
        hold(right, name, row.cells[name] as string, key, (body) => requestOf(right, body)),
      ),
    );
  });

  // What serves all kinds alike is played for a council's, a committee's, an administration's and everybody's
  const KINDS_ASKED = ["vision", "body-goals", "interim-report", "operations-plan", "action-plan"];
  const SENT_TO_MATTER: Readonly<Record<string, Pick<Asked, "body">>> = {
    propose: { body: { revision: 999 } },
    beginChange: { body: { revision: 999 } },
    answerQuestion: { body: { text: "Ett svar på prov" } },
    askWriter: { body: { person: "ingen", from: "2027-01-20", to: "2027-01-21", reason: "Prov" } },
  };
  const SENT_WITH: Readonly<Record<string, string>> = {
    endChange: "?revision=999",
    askDeciding: "?version=1&decidedOn=2027-01-20",
  };
  // A marking that is allowed is made at once: who may is played by secrecy.integration.test.ts
  const played = rights.filter((right) => asAnother(right) && !right.route.path.includes("/secrecy"));
  test.each(named(played))("%s", async (key, right) => {
    const row = rowOf(key);
    for (const name of COLUMNS) expect(row.cells[name], key).toBe(name === PUBLIC ? NO : asAnother(right));
    for (const { routes } of house.kinds.all) {
      if (!KINDS_ASKED.includes(routes.kind.kind)) continue;
      const registers = asAnother(right) === AS_REGISTRAR;
      const writing = rowOf(
        registers ? `POST ${decide.path} (${routes.kind.names.sv})` : `PUT ${routes.put.path}`,
      );
      const own = rightsOf(registers ? decide : routes.put, house).find(
        ({ about }) => !registers || about === routes.kind.names.sv,
      ) as Right;
      const asWritten = { ...own, route: right.route };
      const request = (body: string): Asked => ({
        path: right.route.path
          .replace("{id}", encodeURIComponent(matterId(routes.kind.kind, body, YEAR)))
          .replace("{entry}", "999999999")
          .replace("{number}", "1")
          .concat(SENT_WITH[right.route.id] ?? ""),
        ...(SENT_TO_MATTER[right.route.id] ?? {}),
      });
      const told = `${key} (${routes.kind.names.sv})`;
      await Promise.all(
        COLUMNS.map((name) => hold(asWritten, name, writing.cells[name] as string, told, request)),
      );
    }
  });

  const anyone = rights.filter((right) => !right.allow && right.route.access === "signed-in");
  test.each(named(anyone))("%s", async (key, right) => {
    const row = rowOf(key);
    const asked =
      right.route.id === "moveSampleDay"
        ? { path: "/sample/day", body: { day: "1999-01-01" } }
        : requestOf(right, "bildningsnamnden");
    await Promise.all(
      COLUMNS.map(async (name) =>
        expect(
          (await allowed(right, name, asked)) ? YES : NO,
          `docs/rights.csv, ${key}, kolumnen ${name}: servern svarar`,
        ).toBe(row.cells[name]),
      ),
    );
  });

  const open = rights.filter((right) => right.route.access === "public");
  test.each(named(open))("%s", async (key, right) => {
    const row = rowOf(key);
    expect(
      COLUMNS.map((name) => row.cells[name]),
      key,
    ).toEqual(COLUMNS.map(() => YES));
    // No session is looked at on the way: whom it is open to without one it is open to with one
    const { method, path } = right.route;
    const asked =
      method === "GET"
        ? { path: path.replace(/\{year\}/, String(YEAR)).replace(/\{\w+\}/g, "1") }
        : { path, body: {} };
    const reply = await raw(
      a.server.app,
      method,
      `/api${asked.path}`,
      "body" in asked ? { body: asked.body } : {},
    );
    expect([401, 403], `${key}: ${reply.status}`).not.toContain(reply.status);
    expect(reply.status).toBeLessThan(500);
  });

  // But for how long people's details are kept and how people are reminded, which whoever may decides at once
  test("nothing of all that was written", async () => {
    const { rows } = await a.sql(
      `select table_name, operation, count(*)::int from platform.change_log
       where person_id like 'prov-%' and table_name not in ('platform.session', 'organisation.retention', 'year.reminder_choice', 'year.reminder_setting') group by 1, 2`,
    );
    expect(rows).toEqual([]);
  });
});
