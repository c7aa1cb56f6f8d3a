import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOrganisation } from "../../organisation/organisation-file.ts";
import { mayBy } from "../../organisation/rules/may.ts";
import { csvOf, lineOf, rowsIn } from "./csv.ts";
import { houseOfRights } from "./house.ts";
import { COLUMNS, holderOf, MODEL_ORGANISATION, POSITIONS } from "./positions.ts";
import { cellOf, keyOf, type RightsRow, rightsTable } from "./table.ts";

const ROOT = join(import.meta.dirname, "../../..");
const text = readFileSync(join(ROOT, "docs/rights.csv"), "utf8");
const written = rowsIn(text);
const house = houseOfRights();
const read = readOrganisation(JSON.parse(readFileSync(join(ROOT, "sample/organisation.json"), "utf8")));
const mandates = "file" in read ? read.file.mandates : [];
const given = rightsTable(house, mandates, "2028-05-15");
const byKey = new Map(written.map((row) => [keyOf(row), row]));

describe("R-2, R-3: docs/rights.csv is the authority, and what the rules and the sample's mandates give agrees with it", () => {
  test("every route is in the file; one that is not is told with the line to add", () => {
    const missing = given.filter((row) => !byKey.has(keyOf(row)));
    const lines = missing.map((row) =>
      lineOf({ ...row, ground: "SKRIV GRUNDEN: paragraf i modellen eller lagen, och varför" }),
    );
    expect(
      missing,
      `Lägg till i docs/rights.csv, på samma plats som i rutternas ordning:\n${lines.join("\n")}`,
    ).toEqual([]);
  });
  test("no row is of a route that there is not, and none stands twice", () => {
    const known = new Set(given.map(keyOf));
    const gone = written.map(keyOf).filter((key) => !known.has(key));
    expect(gone, `Ta bort ur docs/rights.csv: ${gone.join(", ")}`).toEqual([]);
    expect(byKey.size).toBe(written.length);
  });
  test.each(given.map((row) => [keyOf(row), row] as const))("%s", (key, row) => {
    const own = byKey.get(key);
    if (!own) return; // told above
    for (const name of COLUMNS)
      expect(row.cells[name], `docs/rights.csv, ${key}, kolumnen ${name}`).toBe(own.cells[name]);
    expect([row.what, row.besides], `docs/rights.csv, ${key}, Vad och Villkor`).toEqual([
      own.what,
      own.besides,
    ]);
    expect(own.ground, `docs/rights.csv, ${key}, Grund`).toMatch(
      /(§\d|KL \d|LKBR \d|TF \d|[A-Z]-\d|exempelkommunen|Vem man|offentlig)/,
    );
  });
  test("a write that takes more than to have signed in says by what right", () => {
    const silent = house.routes.filter(
      (route) => route.access === "signed-in" && route.method !== "GET" && route.allow === undefined,
    );
    expect(
      silent.map(({ id }) => id),
      `Säg i kontraktet med vilken rätt: allow: { action: "verb:sak", of: "body" }, eller allow: "anyone"`,
    ).toEqual([]);
  });
});

test("R-2: what is a committee's is in the same way a joint committee's and the electoral committee's", () => {
  const may = mayBy(
    [
      ...MODEL_ORGANISATION,
      ...(["joint-committee", "electoral"] as const).map((kind) => ({
        id: kind,
        kind,
        name: kind,
        parent: "kf",
        validFrom: "2000-01-01" as const,
        validTo: null,
      })),
    ],
    mandates,
  );
  const actions = [...new Set(mandates.map(({ action }) => action))];
  for (const position of POSITIONS.filter(({ kind }) => kind === "committee"))
    for (const kind of ["joint-committee", "electoral"] as const) {
      const inCommittee = holderOf(position);
      const there = { ...inCommittee, posts: inCommittee.posts.map((post) => ({ ...post, body: kind })) };
      for (const action of actions.filter((one) => one !== "edit:scenario"))
        expect(
          may(there, action, { body: kind }, "2028-05-15").allowed,
          `${position.name} ${kind} ${action}`,
        ).toBe(may(inCommittee, action, { body: "namnd" }, "2028-05-15").allowed);
    }
});

test("R-2: of every kind of matter and body somebody may write it, and somebody may decide it", () => {
  const may = mayBy(MODEL_ORGANISATION, mandates);
  for (const { routes } of house.kinds.all)
    for (const body of MODEL_ORGANISATION.filter(({ kind }) => routes.kind.bodies.includes(kind)))
      for (const verb of ["edit", "decide"]) {
        const by = POSITIONS.filter(
          (position) =>
            may(holderOf(position), `${verb}:${routes.kind.kind}`, { body: body.id }, "2028-05-15").allowed,
        );
        // What another's and a subsidiary's own people do, nobody with a seat elsewhere does
        const elsewhere = [
          "annan-namnd",
          "annan-forvaltning",
          "granne",
          "annan-enhet",
          "dotterbolag",
          "annat-bolag",
        ];
        expect(by.length > 0, `${verb} ${routes.kind.kind} ${body.id}`).toBe(!elsewhere.includes(body.id));
      }
});

test("the file is read as it is written, with what tells fields apart in a field", () => {
  expect(csvOf(written)).toBe(text);
  const row: RightsRow = { ...(written[0] as RightsRow), ground: 'Säger "nej"; och ja' };
  expect(rowsIn(csvOf([row]))).toEqual([row]);
  expect(() => rowsIn(`${text.split("\n")[0]}\nGET;/x`)).toThrow(/rad 2 har 2 fält/);
});

test("a cell says whose, in a fixed order", () => {
  const answers = [
    { relation: "egen förvaltning", allowed: true },
    { relation: "egen nämnd", allowed: true },
    { relation: "annan nämnd", allowed: false },
  ] as const;
  expect(cellOf(answers)).toBe("egen nämnd, egen förvaltning");
  expect(cellOf(answers.slice(0, 2))).toBe("ja");
  expect(cellOf(answers.slice(2))).toBe("nej");
});
