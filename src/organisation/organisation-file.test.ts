import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOrganisation } from "./organisation-file.ts";

const sample = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../sample/organisation.json"), "utf8"));
const faults = (change: (file: ReturnType<typeof sample>) => void) => {
  const file = sample();
  change(file);
  const read = readOrganisation(file);
  return "faults" in read ? read.faults.map(({ at, code }) => `${at}: ${code}`) : [];
};

test("R-1: the sample municipality's file is read as it stands", () => {
  expect(readOrganisation(sample())).toEqual({ file: sample() });
});

test.each([null, [], "x", 7, {}])("R-1: %j is no organisation, and that is said", (given) => {
  const read = readOrganisation(given);
  expect("faults" in read && read.faults.length > 0).toBe(true);
});

test("R-1: each fault is told by its place", () => {
  expect(
    faults((file) => {
      file.municipality.code = "12770";
      file.bodies[1].kind = "styrelse";
      file.bodies[2].validFrom = "2019-02-30";
      delete file.people[0].name;
      file.mandates[3].action = "besluta budget";
    }),
  ).toEqual([
    "municipality.code: schema-said",
    "bodies.1.kind: schema-choice",
    "bodies.2.validFrom: schema-said",
    "people.0.name: schema-missing",
    "mandates.3.action: schema-said",
  ]);
});

test("R-1: a day without a council, or with two executives, is told with its days", () => {
  expect(
    faults((file) => {
      file.bodies[0].validTo = "2026-12-31";
    }),
  ).toEqual(["bodies: no-council-from"]);
  expect(
    faults((file) => {
      file.bodies.push({ ...file.bodies[3], id: "styrelse-tva", ledgerCodes: [], validTo: "2020-12-31" });
    }),
  ).toEqual(["bodies: executives-on"]);
});

test("T-4: a code in the accounts that two bodies have at once is told; one after the other they may have it", () => {
  const other = (validFrom: string) =>
    faults((file) => {
      const unit = file.bodies.find(({ id }: { id: string }) => id === "bjornekullaskolan");
      file.bodies.push({ ...unit, id: "nya-skolan", validFrom });
      unit.validTo = "2026-12-31";
    });
  expect(other("2026-12-31")).toEqual(["bodies.75.ledgerCodes.0: organisation-code-of-two"]);
  expect(other("2027-01-01")).toEqual([]);
});

test("R-2: ids that name two things, bodies that there are not, and circles are told by their place", () => {
  expect(
    faults((file) => {
      file.bodies[3].id = file.bodies[2].id;
      file.people[1].posts[0].body = "ingenstans";
      file.mandates[1].id = file.mandates[0].id;
    }).filter((fault) => !fault.endsWith("unknown-body") || fault.startsWith("people.1.")),
  ).toEqual([
    "bodies.3.id: organisation-twice",
    "mandates.1.id: organisation-twice",
    "people.1.posts.0.body: organisation-unknown-body",
  ]);
  expect(
    faults((file) => {
      file.bodies[0].parent = file.bodies[1].id;
      file.bodies[1].parent = file.bodies[0].id;
    }),
  ).toContain("bodies.0.parent: organisation-circle");
});
