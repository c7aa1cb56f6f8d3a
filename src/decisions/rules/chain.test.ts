import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChainedVersion,
  type ChainLink,
  GENESIS,
  linkText,
  sentenceText,
  verifyChain,
  versionText,
} from "./chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A chain as it grows: versions 1 of two matters, then version 2 of the first, which supersedes. */
function chain() {
  const versions: ChainedVersion[] = [];
  const links: ChainLink[] = [];
  for (const [matterId, number, state] of [
    ["budget:kf:2027", 1, "superseded"],
    ["vision:kf:2021", 1, "decided"],
    ["budget:kf:2027", 2, "decided"],
  ] as const) {
    const [kind, body, year] = matterId.split(":") as [string, string, string];
    const draft = {
      matterId,
      number,
      revision: 3,
      state,
      content: { text: `innehåll ${number}`, sums: [1, 2] },
      editedBy: "kommunchef",
      editedAt: "2026-11-02T10:00:00.123456Z",
      // The first was decided before the day was kept
      writtenOn: matterId.startsWith("budget") && number === 1 ? null : "2026-11-02",
      matter: { kind, body, year: Number(year) },
    };
    const contentSha256 = sha256(versionText(draft));
    versions.push({ ...draft, contentSha256 });
    const link = {
      number: links.length + 1,
      matterId,
      versionNumber: number,
      versionSha256: contentSha256,
      organId: "kf",
      decidedOn: "2026-11-23",
      paragraph: `§ ${number}`,
      reference: "KS 1",
      votes: { for: 41, against: 0, abstained: 0 },
      reservations: ["en"],
      reasons: { "not-balanced": "skäl" },
      mandate: { action: "decide:budget", source: "KL", cite: "KL 11:10" },
      // What was decided in words is demanded from the third on
      ...(links.length === 2
        ? { sentenceSha256: sha256(sentenceText({ sentence: "Budgeten ändras", salt: "salt" })) }
        : {}),
      registeredBy: "kf-sekreterare",
      registeredAt: "2026-11-24T08:00:00.000Z",
      previousSha256: links.at(-1)?.sha256 ?? GENESIS,
    };
    links.push({ ...link, sha256: sha256(linkText(link)) });
  }
  return { links, versions, head: { count: 3, sha256: links[2]?.sha256 as string } };
}
const verify = ({
  links,
  versions,
  head,
}: {
  links: ChainLink[];
  versions: ChainedVersion[];
  head?: { count: number; sha256: string };
}) => verifyChain(links, versions, head, sha256);
/** The chain with one thing of one link or version changed. */
const tampered = (part: "links" | "versions", index: number, change: Record<string, unknown>) => {
  const whole = chain();
  return verify({
    ...whole,
    [part]: whole[part].map((item, i) => (i === index ? { ...item, ...change } : item)),
  });
};

test("R-5: a chain that nobody has touched is whole, and so is the chain of nothing", () => {
  const whole = chain();
  expect(verify(whole)).toEqual({ whole: true, count: 3, head: whole.head.sha256 });
  expect(verify({ links: [], versions: [] })).toEqual({ whole: true, count: 0, head: GENESIS });
});

describe("R-5: every field of a decision counts", () => {
  const fields = Object.keys(chain().links[1] as ChainLink);
  test.each(fields)("%s", (field) => {
    const was = chain().links[1]?.[field];
    const other = typeof was === "number" ? was + 1 : typeof was === "string" ? `${was}x` : { changed: true };
    expect(tampered("links", 1, { [field]: other })).toMatchObject({ whole: false, number: 2 });
  });
  test("a field more, or one less", () => {
    expect(tampered("links", 1, { note: "till" })).toMatchObject({ fault: "decision-changed", number: 2 });
    expect(tampered("links", 1, { reasons: undefined })).toMatchObject({
      fault: "decision-changed",
      number: 2,
    });
  });
});

describe("R-5: every field of a decided version counts", () => {
  test.each([
    ["content", { text: "annat" }, "version-changed"],
    ["revision", 4, "version-changed"],
    ["editedBy", "annan", "version-changed"],
    ["editedAt", "2026-11-02T10:00:00.123457Z", "version-changed"],
    ["writtenOn", "2026-11-03", "version-changed"],
    ["writtenOn", null, "version-changed"],
    ["contentSha256", "0".repeat(64), "version-changed"],
    ["contentSha256", null, "version-changed"],
    ["matter", { kind: "vision", body: "ks", year: 2021 }, "version-changed"],
    ["state", "superseded", "version-state"],
    ["state", "draft", "version-state"],
    ["number", 9, "version-missing"],
    ["matterId", "vision:kf:2022", "version-missing"],
  ])("%s → %j", (field, value, fault) => {
    expect(tampered("versions", 1, { [field]: value })).toEqual({
      whole: false,
      fault,
      number: 2,
      matterId: "vision:kf:2021",
    });
  });
  test("a day that is given afterwards to what was decided before the day was kept", () => {
    expect(tampered("versions", 0, { writtenOn: "2026-11-02" })).toMatchObject({
      fault: "version-changed",
      number: 1,
    });
  });
  test("the superseded one may not come into force again", () => {
    expect(tampered("versions", 0, { state: "decided" })).toMatchObject({
      fault: "version-state",
      number: 1,
    });
  });
});

describe("R-5: nothing can be taken out, put in or moved", () => {
  const whole = chain();
  test.each([1, 2])("link %i taken out", (number) => {
    expect(verify({ ...whole, links: whole.links.filter((link) => link.number !== number) })).toMatchObject({
      fault: "number-missing",
      number,
    });
  });
  test("the last taken out, with its version: the head tells", () => {
    const shorter = { links: whole.links.slice(0, 2), versions: whole.versions.slice(0, 2) };
    expect(
      verify({
        ...shorter,
        versions: [{ ...shorter.versions[0], state: "decided" }, shorter.versions[1]] as ChainedVersion[],
        head: whole.head,
      }),
    ).toMatchObject({
      fault: "head-differs",
    });
  });
  test("two in each other's place", () => {
    const [a, b, c] = whole.links as [ChainLink, ChainLink, ChainLink];
    expect(verify({ ...whole, links: [{ ...b, number: 1 }, { ...a, number: 2 }, c] })).toMatchObject({
      whole: false,
      number: 1,
    });
  });
  test("a version taken away", () => {
    expect(verify({ ...whole, versions: whole.versions.slice(0, 2) })).toMatchObject({
      fault: "version-missing",
      number: 3,
    });
  });
  test("a version locked without a decision", () => {
    const extra = { ...(whole.versions[1] as ChainedVersion), number: 7 };
    expect(verify({ ...whole, versions: [...whole.versions, extra] })).toMatchObject({
      fault: "decided-without-decision",
      matterId: "vision:kf:2021",
    });
  });
  test("the head gone, behind, or another", () => {
    expect(verify({ links: whole.links, versions: whole.versions })).toMatchObject({ fault: "head-differs" });
    expect(verify({ ...whole, head: { ...whole.head, count: 2 } })).toMatchObject({ fault: "head-differs" });
    expect(verify({ ...whole, head: { ...whole.head, sha256: GENESIS } })).toMatchObject({
      fault: "head-differs",
    });
  });
  test("a link rewritten with a right hash of its own breaks the next", () => {
    const links = whole.links.map((link, i) => {
      if (i !== 0) return link;
      const changed = { ...link, paragraph: "§ 99" };
      return { ...changed, sha256: sha256(linkText(changed)) };
    });
    expect(verify({ ...whole, links })).toMatchObject({ fault: "previous-differs", number: 2 });
  });
});

test("R-5: whatever JSON a content holds, it is whole as it is and broken when any of it changes", () => {
  const text = fc.string().filter((t) => t.isWellFormed());
  fc.assert(
    fc.property(
      fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }))),
      text,
      (content, key) => {
        const of = (value: unknown) =>
          versionText({ ...(chain().versions[0] as ChainedVersion), content: value });
        expect(of(JSON.parse(JSON.stringify(content)))).toBe(of(content));
        expect(of({ ...content, [key]: "annat än förut, säkert" })).not.toBe(of({ ...content, [key]: 0 }));
      },
    ),
  );
});
