import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DecisionShape } from "../contract.ts";
import { versionText } from "../rules/chain.ts";
import { checkVersion } from "./check-version.ts";

const content = { goals: [{ id: "lasning", wording: "Minst 90 procent …" }] };
const matter = { kind: "body-goals", body: "bildningsnamnden", year: 2027 };
const matterId = "body-goals:bildningsnamnden:2027";
const versionSha256 = createHash("sha256")
  .update(versionText({ matterId, number: 2, content, matter }))
  .digest("hex");
const decision = { ...matter, matterId, versionNumber: 2, versionSha256 } as DecisionShape;

describe("the reader's own check of a decided version", () => {
  test("R-5: the content has the hash that the server registered, whatever the order of its fields", async () => {
    expect(await checkVersion(decision, content)).toEqual({ sha256: versionSha256, same: true });
    expect((await checkVersion({ ...decision }, JSON.parse(JSON.stringify(content)))).same).toBe(true);
  });

  test("R-5: a changed word, another version or another matter is noticed", async () => {
    const changed = { goals: [{ id: "lasning", wording: "Minst 80 procent …" }] };
    expect((await checkVersion(decision, changed)).same).toBe(false);
    expect((await checkVersion({ ...decision, versionNumber: 3 }, content)).same).toBe(false);
    expect((await checkVersion({ ...decision, body: "socialnamnden" }, content)).same).toBe(false);
  });
});
