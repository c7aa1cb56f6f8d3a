import { expect, test } from "vitest";
import { changesSince, type GroundPart, groundRemarks, holdsBackProposal, keptNow } from "./ground.ts";

const part = (id: string, says: string | number | null, sha256: string): GroundPart => ({
  id,
  sort: "value",
  name: `Andel ${id}`,
  says,
  sha256: sha256.repeat(64),
});
const TAKEN = { parts: [part("behoriga", 87.5, "a"), part("borta", 3, "b"), part("lika", 1, "c")], kept: [] };
const NOW = [part("behoriga", 91, "d"), part("lika", 1, "c"), part("ny", null, "e")];

test("U-6: what is told is what changed, came and went, and nothing of what is as it was", () => {
  expect(
    changesSince(TAKEN, NOW).map(({ id, before, now }) => [id, before?.says ?? null, now?.says ?? null]),
  ).toEqual([
    ["behoriga", 87.5, 91],
    ["ny", null, null],
    ["borta", 3, null],
  ]);
  expect(changesSince(TAKEN, TAKEN.parts)).toEqual([]);
});

test("U-6: a change asks for a reason in words, and holds back a proposal", () => {
  const [remark] = groundRemarks(changesSince(TAKEN, NOW), "§2.5");
  expect(remark).toMatchObject({
    level: "needs-reason",
    params: { count: 3, what: "Andel behoriga: 87,5 → 91; Andel ny; Andel borta: 3 → –" },
  });
  expect(remark && holdsBackProposal(remark)).toBe(true);
  expect(holdsBackProposal({ level: "needs-reason", code: "other" })).toBe(false);
});

test("U-6: a reason holds for its change alone, by the one who gave it; of nothing and of no change there is none", () => {
  const changes = changesSince(TAKEN, NOW);
  const reason = { id: "behoriga", sha256: "d".repeat(64), reason: "Gäller hösten.", by: "falsk" };
  const blank = { id: "ny", sha256: "e".repeat(64), reason: " " };
  const gone = { id: "lika", sha256: "c".repeat(64), reason: "Finns inte." };
  const kept = keptNow([reason, blank, gone], [], changes, { by: "controller", on: "2027-05-19" });
  expect(kept).toMatchObject([{ id: "behoriga", by: "controller", on: "2027-05-19", now: { says: 91 } }]);
  expect(keptNow([reason], kept, changes, { by: "annan", on: "2027-05-20" })).toEqual(kept);
  expect(groundRemarks(changesSince({ ...TAKEN, kept }, NOW), "§2.5")[0]?.params.count).toBe(2);
  const again = [part("behoriga", 92, "f"), ...NOW.slice(1)];
  expect(groundRemarks(changesSince({ ...TAKEN, kept }, again), "§2.5")[0]?.params.count).toBe(3);
});
