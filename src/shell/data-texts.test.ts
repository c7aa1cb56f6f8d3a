import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GIVEN_LINES } from "../budget/base/rules/input-content.ts";
import { LINE_IDS, LINES } from "../budget/base/rules/result-lines.ts";
import { BUILT_IN_KEYS } from "../budget/internal/rules/period-keys.ts";
import { compareTexts } from "../budget/way/rules/compare-content.ts";
import { ControlPlan, ControlReport } from "../control/contract.ts";
import { HEAD } from "../decisions/heads/jobs.ts";
import { UNSAID } from "../decisions/rules/differences.ts";
import { ActionPlan } from "../followup/contract.ts";
import { OwnerReport } from "../followup/owner/contract.ts";
import { BALANCE_ROWS as REQUIREMENT_ROWS } from "../followup/rules/balance-requirement.ts";
import { KEY_FIGURES } from "../followup/rules/key-figures.ts";
import { UnitForecast } from "../followup/unit/rules/forecast.ts";
import { BodyGoals } from "../goals/contract.ts";
import { VERSION_STATES } from "../kernel/version.ts";
import { ACCOUNT_GROUPS, BALANCE_ROWS, INCOME_ROWS } from "../ledger/rules/kommun-bas.ts";
import { accountLetters } from "../organisation/accounts/letters.ts";
import { LEFT_BECAUSE } from "../organisation/bodies/rules/posts.ts";
import { TOLD } from "../organisation/changes/rules/history.ts";
import { LOGGED_TABLES } from "../organisation/changes/rules/logged.ts";
import { REASONS } from "../organisation/pages/security-page.tsx";
import { RETENTIONS } from "../organisation/people/rules/retention.ts";
import { OPERATORS } from "../organisation/providers/rules/claims.ts";
import { SCOPES } from "../organisation/rules/mandate.ts";
import { BODY_KINDS, ROLES, ROLES_IN_ENGLISH } from "../organisation/rules/organisation.ts";
import { PROGRAM_ACTIONS } from "../organisation/service-accounts/rules/programs.ts";
import type { Messages } from "../platform/messages.ts";
import { readMessages } from "../platform/texts.ts";
import { citePlace } from "../platform/ui/cite.tsx";
import { REMINDER_LETTER } from "../year/reminders/letter-kind.ts";
import { houseRoutes } from "./api/describe.ts";
import { house } from "./chapters.ts";
import { codesIn } from "./testing/codes.ts";
import { leavesOf } from "./testing/leaves.ts";
import { LAWS } from "./web/model-sections.ts";
import { endingOf } from "./web/open-data/datasets.ts";
import type { Operation } from "./web/open-data/description.ts";

const SOURCES = join(import.meta.dirname, "..");
const all = { sv: readMessages(SOURCES, "sv"), en: readMessages(SOURCES, "en") };
const source = (path: string) => readFileSync(join(SOURCES, path), "utf8");
const written = (path: string, pattern: RegExp) =>
  [...source(path).matchAll(pattern)].map((match) => match[1] as string);
const inFolder = (folder: string, pattern: RegExp) =>
  globSync(`${folder}/*.{ts,tsx}`, { cwd: SOURCES })
    .filter((path) => !path.includes(".test."))
    .flatMap((path) => written(path, pattern));
const GROUND = /sort: "([a-z-]+)"/g;
const FAULT = /(?:code: |refused\()"([a-z-]+)"/g;

const sample = JSON.parse(readFileSync(join(SOURCES, "../sample/organisation.json"), "utf8")) as {
  mandates: { action: string }[];
};
const input = JSON.parse(readFileSync(join(SOURCES, "../sample/year/content/budget-2028.json"), "utf8"))
  .input as {
  services: { id: string }[];
  indexation: { kind: string }[];
  adjustments: object[];
  oneOffs: object[];
};
const rows: object[] = [...input.services, ...input.indexation, ...input.adjustments, ...input.oneOffs];
const CHAPTERS = [...new Set(houseRoutes().map(({ chapter }) => chapter))];
const FORMS = [
  ...new Set(
    houseRoutes()
      .filter(({ access, method, produces }) => access === "public" && method === "GET" && produces)
      .map((route) => endingOf(route as unknown as Operation).replace(".", "-")),
  ),
];
const budgetTexts = compareTexts(
  { soundEconomy: "", exceptional: null, furtherFollowUps: [], sources: [] },
  {
    soundEconomy: "x",
    exceptional: { reasons: "x", restoringPlan: "x" },
    restoringPlans: [{ deficitYear: 2027, amountsTkr: { 2028: 1 } }],
    furtherFollowUps: ["x"],
    sources: [],
  },
).map(({ what }) => what);
const RULES = LINE_IDS.filter((line) => LINES[line].kind === "rule");

/** What can be held, as the chapters say it. */
const THINGS = [
  ...["goals", "documents", "control", "plans", "followup"].map((chapter) => `${chapter}/chapter.ts`),
  "decisions/assignments/chapter.ts",
  "organisation/requests/store.ts",
].flatMap((file) => written(file, /what: "([a-z]+)"/g));

/** All that can come where a key ends in data, by chapter and group: from the schemas, the rules and the sample. */
const COMES: Record<string, readonly (string | number)[]> = {
  "goals page.place": [...Object.keys(BodyGoals.shape.goals.element.shape), "situation", "assignment"].filter(
    (field) => field !== "id",
  ),
  "shell page.data.chapter": CHAPTERS,
  "shell api.chapter": CHAPTERS,
  "shell page.data.form": FORMS,
  "shell page.model": LAWS.map(({ cite }) => citePlace(cite)),
  "organisation verb": sample.mandates.map(({ action }) => action.split(":")[0] as string),
  "organisation organ-kind": BODY_KINDS,
  "organisation role": Object.keys(ROLES),
  "organisation scope": SCOPES,
  "organisation programs.action": PROGRAM_ACTIONS.map((action) => action.replace(":", "-")),
  "organisation providers.operator": OPERATORS,
  "organisation changes.table": LOGGED_TABLES.map((table) => table.replace(/[._]/g, "-")),
  "organisation bodies.preview.because": LEFT_BECAUSE,
  "organisation history.field": Object.keys(TOLD),
  "organisation history.state": VERSION_STATES,
  "organisation accounts.keep.letter-of": [...accountLetters, HEAD, REMINDER_LETTER].map(({ kind }) => kind),
  "decisions course.what": THINGS,
  "organisation people.what": THINGS,
  "organisation people.retention.kinds": RETENTIONS.map(({ kind }) => kind),
  "decisions fault": ["chain", "seal"].flatMap((rule) =>
    written(`decisions/rules/${rule}.ts`, /readonly fault: "([a-z-]+)"/g),
  ),
  "budget population.state": VERSION_STATES,
  "budget stages.kind": ["budget", "planning-conditions", "demography-true-up"],
  "budget service": input.services.map(({ id }) => id),
  "budget indexation": input.indexation.map(({ kind }) => kind),
  "budget inputs.line": GIVEN_LINES,
  "budget inputs.field": [...new Set(rows.flatMap(Object.keys))],
  "budget inputs.fault": [
    ...inFolder("budget/matter/pages/inputs", FAULT),
    ...inFolder("budget/company/pages", FAULT),
    ...written("budget/base/rules/typed-number.ts", FAULT),
  ],
  "budget internal.fault": inFolder("budget/internal/pages", FAULT),
  "budget period-key": BUILT_IN_KEYS.map(({ id }) => id),
  "budget position.rule": RULES,
  "budget position.source": LINE_IDS.flatMap((line) => {
    const of = LINES[line];
    return "source" in of && of.source ? [of.source] : [];
  }),
  "budget position.line": LINE_IDS,
  "budget compare.value": written("budget/way/compare/routes.ts", /const RESULT\w* = \[([^\]]+)\]/g).flatMap(
    (list) => [...list.matchAll(/"(\w+)"/g)].map((match) => match[1] as string),
  ),
  "budget compare.text": budgetTexts,
  "control ground": written("control/kinds.ts", GROUND),
  "followup ground": [
    ...written("followup/facts/ground.ts", GROUND),
    ...written("followup/kinds.ts", GROUND),
  ],
  "followup page.place": Object.keys(OwnerReport.shape),
  "followup unit-forecast.place": Object.keys(UnitForecast.shape),
  "control page.place": [...Object.keys(ControlPlan.shape), ...Object.keys(ControlReport.shape)],
  "control control.likelihood": [1, 2, 3, 4],
  "control control.consequence": [1, 2, 3, 4],
  "followup page.plan.place": Object.keys(ActionPlan.shape),
  "followup report.account-group": ACCOUNT_GROUPS,
  "ledger ledger.accountGroup": ACCOUNT_GROUPS,
  "followup report.income-row": INCOME_ROWS,
  "followup report.balance-row": BALANCE_ROWS,
  "followup report.requirement-row": REQUIREMENT_ROWS,
  "followup report.key-figure": KEY_FIGURES,
};

/** Kinds that say in their own words what a proposal changes (`BeforeDecision`): the others' fields are named in a table. */
const OWN_WORDS = ["budget", "planning-conditions"];
const told = house().kinds.all.filter(({ routes }) => !OWN_WORDS.includes(routes.kind.kind));
const leaves = told.map((kind) => ({ kind, ...leavesOf(kind, kind.computed) }));
COMES["organisation bodies.held"] = THINGS.flatMap((what) => [`${what}_one`, `${what}_other`]);
COMES["decisions value-word"] = [...new Set(leaves.flatMap(({ choices }) => [...choices]))];

function textAt(chapter: string, language: "sv" | "en", key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((of, part) => (of as Messages | undefined)?.[part], all[language].get(chapter));
}

describe("T-1: every key that ends in data has its text in both languages", () => {
  test.each(Object.entries(COMES))("%s", (place, comes) => {
    const [chapter, group] = place.split(" ") as [string, string];
    expect(comes.length).toBeGreaterThan(0);
    const lacking = (language: "sv" | "en") =>
      comes.filter((data) => typeof textAt(chapter, language, `${group}.${data}`) !== "string");
    expect(lacking("sv")).toEqual([]);
    expect(lacking("en")).toEqual([]);
  });

  test.each(leaves)("what differs in a proposal, $kind.routes.kind.kind", ({ kind, fields }) => {
    const { chapter } = kind.routes.kind;
    for (const language of ["sv", "en"] as const) {
      const has = (field: string) =>
        typeof textAt(chapter, language, `page.place.${field}`) === "string" ||
        typeof textAt("decisions", language, `place.${field}`) === "string";
      expect([...fields].filter((field) => !UNSAID.includes(field) && !has(field))).toEqual([]);
    }
  });

  test("remarks, whose text lies in the chapter whose rule made them", () => {
    const { found } = codesIn(SOURCES);
    const lacking = found
      .filter(({ sort, at }) => sort === "remark" && all.sv.has(at.split("/")[0] as string))
      .filter(({ code }) => !code.includes("*"))
      .filter(({ code, at }) => {
        const chapter = at.split("/")[0] as string;
        return ![chapter, "platform"].some((of) => typeof textAt(of, "sv", `remark.${code}`) === "string");
      });
    expect(lacking).toEqual([]);
  });

  test("E-7, U-9: what is said of reserve and restoring is the same of a report as of a budget", () => {
    const [, shared = ""] = source("budget/position/rules/balance-remarks.ts").split(
      "export function reserveRemarks",
    );
    const codes = [...shared.matchAll(/"([a-z-]+)",\s*"KL 11:1[234]"/g)].map((match) => match[1] as string);
    expect(codes.length).toBeGreaterThan(9);
    for (const language of ["sv", "en"] as const)
      for (const code of codes)
        expect(textAt("followup", language, `remark.${code}`), code).toBe(
          textAt("budget", language, `remark.${code}`),
        );
  });

  test("roles are called the same where one may not and among the mandates", () => {
    expect(all.sv.get("organisation")?.role).toEqual(ROLES);
    expect(all.en.get("organisation")?.role).toEqual(ROLES_IN_ENGLISH);
  });

  test("T-2: each problem that says no is told of by its name in the security log", () => {
    const refusing = house().handlers.flatMap(({ route }) =>
      route.problems.flatMap(({ code, status }) => (status === 403 ? [code] : [])),
    );
    expect(refusing.length).toBeGreaterThan(10);
    expect([...new Set(refusing)].filter((code) => !(REASONS as readonly string[]).includes(code))).toEqual(
      [],
    );
  });

  test("no other key does", () => {
    const groups = new Set(Object.keys(COMES).map((place) => place.split(" ")[1] as string));
    const asked = globSync("**/pages/**/*.{ts,tsx}", { cwd: SOURCES })
      .concat(globSync("{shell/web,platform/ui}/**/*.{ts,tsx}", { cwd: SOURCES }))
      .flatMap((path) =>
        written(path, /dataText\(\s*\w+,\s*([^,]+),/g).map((group) => `${group.trim()} (${path})`),
      );
    expect(asked.length).toBeGreaterThan(30);
    const NAMED: Readonly<Record<string, readonly string[]>> = {
      "`control.${of}`": ["control.likelihood", "control.consequence"],
      name: ["compare.value", "position.line"],
      group: ["indexation", "service"],
    };
    const unknown = asked.filter((one) => {
      const group = one.slice(0, one.lastIndexOf(" ("));
      const named = NAMED[group] ?? [group.replaceAll('"', "")];
      return !named.every((own) => own === "remark" || groups.has(own));
    });
    expect(unknown).toEqual([]);
  });
});
