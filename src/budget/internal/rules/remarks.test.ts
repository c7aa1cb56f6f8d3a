import { expect, test } from "vitest";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { type InternalContent, idTwiceFaults, internalContentRemarks } from "./remarks.ts";

const body = (id: string, kind: Body["kind"], parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2019-01-01" as Body["validFrom"],
  validTo: null,
});
const bodies = [
  body("sn", "committee", null),
  body("sf", "administration", "sn"),
  body("bf", "administration", null),
];
const line = { id: "a", name: "Rad", unit: null, amountTkr: 12 };
const job = { id: "p", title: "Lärare", unit: "sf", account: "5010", posts: 1, wageKr: 30_000 };
const PO = { wages: { chargePercent: 40 } };

const found = (content: Partial<InternalContent>, accounts?: ReadonlySet<string>) =>
  internalContentRemarks({ lines: [], ...content }, { year: 2027, body: "sn", bodies, accounts }).map(
    ({ level, code, at }) => `${level} ${code} ${at}`,
  );

test.each<[string, Partial<InternalContent>, string[]]>([
  ["a whole one", { lines: [{ ...line, account: "5010", periodKey: "summer" }], jobs: [job], ...PO }, []],
  [
    "an account of the balance sheet",
    { lines: [{ ...line, account: "1930" }] },
    ["stops account-without-result lines.0.account"],
  ],
  [
    "the account of the year's result",
    { jobs: [{ ...job, account: "8999" }], ...PO },
    ["stops account-without-result jobs.0.account"],
  ],
  [
    "a charge on a balance account",
    { wages: { chargePercent: 40, chargeAccount: "2730" } },
    ["stops account-without-result wages.chargeAccount"],
  ],
  [
    "a key that is not there",
    { lines: [line, { ...line, id: "b", periodKey: "borta" }] },
    ["stops unknown-period-key lines.1.periodKey"],
  ],
  [
    "own months that do not sum",
    { lines: [{ ...line, monthsTkr: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] }] },
    ["stops months-differ lines.0.monthsTkr"],
  ],
  ["own months that sum", { lines: [{ ...line, monthsTkr: [12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] }, []],
  [
    "an own key without name and weight, under a built-in id",
    { periodKeys: [{ id: "summer", name: " ", weights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] },
    [
      "stops period-key-without-name periodKeys.0.name",
      "stops period-key-without-weight periodKeys.0.weights",
      "stops period-key-is-built-in periodKeys.0.id",
    ],
  ],
  [
    "jobs without title, below nothing, elsewhere",
    { jobs: [{ ...job, title: " ", posts: -0.5, unit: "bf" }], ...PO },
    [
      "stops job-without-title jobs.0.title",
      "stops posts-negative jobs.0.posts",
      "stops line-elsewhere jobs.0.unit",
    ],
  ],
  [
    "a job of another year",
    { jobs: [{ ...job, from: "2028-01" }], ...PO },
    ["stops job-outside-year jobs.0.from"],
  ],
  [
    "a job that ends before it begins",
    { jobs: [{ ...job, from: "2027-05", to: "2027-04" }], ...PO },
    ["stops job-ends-before jobs.0.to"],
  ],
  ["jobs without social charge", { jobs: [job] }, ["needs-reason no-social-charge wages.chargePercent"]],
])("E-6: %s", (_what, content, remarks) => {
  expect(found(content)).toEqual(remarks);
});

test("E-6: an account that the accounting system does not have is told, and allowed", () => {
  const content = {
    lines: [
      { ...line, account: "5010" },
      { ...line, id: "b", account: "5099" },
    ],
  };
  expect(found(content, new Set(["5010"]))).toEqual(["deviation account-not-in-ledger lines.1.account"]);
  expect(found(content)).toEqual([]);
});

test("E-6: the months' difference is told in tkr", () => {
  const months = [5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const [remark] = internalContentRemarks(
    { lines: [{ ...line, monthsTkr: months }] },
    { year: 2027, body: "sn", bodies },
  );
  expect(remark?.params).toEqual({ number: 1, name: "Rad", amountTkr: 12, sumTkr: 10, differenceTkr: 2 });
});

test("U-6: two of the same id can't be stored, for they could not be brought together", () => {
  const twice = idTwiceFaults({ lines: [line, line], jobs: [job, job] });
  expect(twice.map(({ at, code }) => `${at} ${code}`)).toEqual(["lines.1.id id-twice", "jobs.1.id id-twice"]);
});
