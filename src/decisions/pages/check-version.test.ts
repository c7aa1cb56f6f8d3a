import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DecisionShape } from "../contract.ts";
import { versionText } from "../rules/chain.ts";
import { checkVersion, type ShownDecision } from "./check-version.ts";

const content = { goals: [{ id: "lasning", wording: "Minst 90 procent …" }] };
const matter = { kind: "body-goals", body: "bildningsnamnden", year: 2027 };
const matterId = "body-goals:bildningsnamnden:2027";
const written = { revision: 3, editedBy: "bildning-chef", editedAt: "2026-12-09T09:30:00.123456Z" };
const versionSha256 = createHash("sha256")
  .update(versionText({ matterId, number: 2, content, matter, ...written }))
  .digest("hex");
const decision = { ...matter, key: "", matterId, versionNumber: 2, versionSha256 } as DecisionShape;
const shown = (over: Partial<ShownDecision> = {}): ShownDecision => ({
  decision,
  content,
  written,
  inForce: true,
  ...over,
});

describe("the reader's own check of a decided version", () => {
  test("R-5: the content has the hash that the server registered, whatever the order of its fields", async () => {
    expect(await checkVersion(shown())).toEqual({ sha256: versionSha256, same: true });
    const reordered = { editedAt: written.editedAt, editedBy: written.editedBy, revision: written.revision };
    expect((await checkVersion(shown({ written: reordered }))).same).toBe(true);
  });

  test("R-5: a changed word, another version, matter or writer is noticed", async () => {
    const changed = { goals: [{ id: "lasning", wording: "Minst 80 procent …" }] };
    const others: Partial<ShownDecision>[] = [
      { content: changed },
      { decision: { ...decision, versionNumber: 3 } },
      { decision: { ...decision, body: "socialnamnden" } },
      { written: { ...written, editedBy: "social-chef" } },
      { written: { ...written, editedAt: "2026-12-09T09:30:00.123457Z" } },
      { written: { ...written, writtenOn: "2026-12-09" } },
    ];
    for (const other of others) expect((await checkVersion(shown(other))).same).toBe(false);
  });

  test("R-5: the day is part of the hash where it was kept, and so is the key of one of many", async () => {
    const keyed = { ...matter, kind: "report", key: "mars" };
    const of = { matterId: "report:bildningsnamnden:2027:mars", number: 2, content, matter: keyed };
    const day = { ...written, writtenOn: "2028-05-15" as const };
    const hash = createHash("sha256")
      .update(versionText({ ...of, ...day }))
      .digest("hex");
    const own = { ...decision, ...keyed, matterId: of.matterId, versionSha256: hash } as DecisionShape;
    expect((await checkVersion(shown({ decision: own, written: day }))).same).toBe(true);
    const moved = { ...day, writtenOn: "2028-05-16" as const };
    expect((await checkVersion(shown({ decision: own, written: moved }))).same).toBe(false);
    expect((await checkVersion(shown({ decision: { ...own, key: "" }, written: day }))).same).toBe(false);
  });
});
