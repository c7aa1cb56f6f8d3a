import { expect, test } from "vitest";
import { noticedAs, noticeFate, noticeRemarks, type Standing, settledIn } from "./notice.ts";

const plan = (decision: number | null, notices: Standing["notices"]): Standing => ({
  matter: "control-plan:x:2028",
  year: 2028,
  decision,
  decidedOn: decision === null ? null : "2027-11-18",
  notices,
  risks: [{ id: "r", text: "Nycklar lämnas inte tillbaka" }],
});

test("K-2: as what a risk is noticed follows from the posts that one has", () => {
  expect(noticedAs(["employee"])).toBe("employee");
  expect(noticedAs(["employee", "unit-manager"])).toBe("manager");
  expect(noticedAs(["chair"])).toBe("committee");
  expect(noticedAs(["auditor", "member"])).toBe("audit");
  expect(noticedAs([])).toBe("employee");
});

test("K-2: what was noticed is taken in or declined with a reason; until that is decided it is on its way", () => {
  const taken = plan(7, [{ notice: "a", risk: "r", answer: "" }]);
  const declined = plan(8, [{ notice: "b", risk: null, answer: "Finns redan i rutinen" }]);
  const draft = plan(null, [
    { notice: "c", risk: "r", answer: "" },
    { notice: "d", risk: null, answer: " " },
    { notice: "a", risk: null, answer: "Nej" },
  ]);
  const all = [draft, declined, taken];
  const fate = (notice: string) => noticeFate(settledIn(notice, all));
  expect(["a", "b", "c", "d", "e"].map(fate)).toEqual([
    "taken-in",
    "declined",
    "gathered",
    "waiting",
    "waiting",
  ]);
  expect(settledIn("a", all)).toMatchObject({ decision: 7, riskText: "Nycklar lämnas inte tillbaka" });
});

test("K-2: nothing noticed is lost: what a plan takes no stand on is told, and what it points at must be there", () => {
  const around = { waiting: ["a", "b", "c"], known: new Set(["a", "b", "c"]), risks: new Set(["r"]) };
  const codes = (stands: Standing["notices"]) => noticeRemarks(stands, around).map(({ code }) => code);
  expect(codes([{ notice: "a", risk: "r", answer: "" }])).toEqual(["notices-unanswered"]);
  expect(
    codes([
      { notice: "a", risk: "x", answer: "" },
      { notice: "a", risk: "r", answer: "" },
      { notice: "y", risk: null, answer: "Nej" },
      { notice: "b", risk: null, answer: "Nej" },
      { notice: "c", risk: null, answer: "Nej" },
    ]),
  ).toEqual(["notice-risk-unknown", "notice-twice", "notice-unknown"]);
});
