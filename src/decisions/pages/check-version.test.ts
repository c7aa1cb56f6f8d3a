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
const decision = { ...matter, matterId, versionNumber: 2, versionSha256 } as DecisionShape;
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
    ];
    for (const other of others) expect((await checkVersion(shown(other))).same).toBe(false);
  });
});
