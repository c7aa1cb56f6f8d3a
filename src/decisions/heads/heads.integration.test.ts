import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "../../kernel/day.ts";
import { sha256 } from "../../platform/hash.ts";
import { unzipped } from "../../platform/rendering/testing/unzipped.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { raw } from "../../shell/testing/raw.ts";
import { type ChainLink, GENESIS, linkText } from "../rules/chain.ts";

const SCRIPT = join(import.meta.dirname, "../../../tools/check-chain.mjs");
interface ChainFile {
  readonly head: { readonly number: number; readonly sha256: string };
  readonly links: ChainLink[];
}

let a: Astorp;
let folder: string;
let file: ChainFile;
beforeAll(async () => {
  a = await astorp("spring");
  folder = await mkdtemp(join(tmpdir(), "tillit-chain-"));
  file = (await raw(a.server.app, "GET", "/api/decisions/chain.json")).json as ChainFile;
});
afterAll(async () => {
  await a.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the script says of links, with these heads to hold, and its exit status. */
async function checked(
  files: readonly (readonly ChainLink[])[],
  ...heads: string[]
): Promise<[status: number, said: string]> {
  const paths = await Promise.all(
    files.map(async (links) => {
      const path = join(folder, `${crypto.randomUUID()}.json`);
      await writeFile(path, JSON.stringify({ links }));
      return path;
    }),
  );
  return run(...paths, ...heads);
}
/** Alone in an empty folder, as an auditor would run it. */
const run = (...args: string[]): Promise<[number, string]> =>
  new Promise((done) => {
    execFile(process.execPath, [SCRIPT, ...args], { cwd: folder }, (error, out, err) =>
      done([error ? Number(error.code) : 0, out + err]),
    );
  });
const headOf = (link: ChainLink) => `${link.number}:${link.sha256}`;
const changed = (links: readonly ChainLink[], at: number, change: object): ChainLink[] =>
  links.map((link, i) => (i === at ? { ...link, ...change } : link));

describe("R-5: a script alone checks the chain as a file", () => {
  test("of the sample's year: whole, and it holds every earlier head", async () => {
    const { links, head } = file;
    expect(links.length).toBeGreaterThan(100);
    expect(head).toEqual({ number: links.length, sha256: links.at(-1)?.sha256 });
    const [status, said] = await checked([links], ...links.map(headOf), `0:${GENESIS}`);
    expect([status, said]).toEqual([0, expect.stringContaining(`huvud ${head.number}:${head.sha256}`)]);
  });

  test("in parts, in their order", async () => {
    const part = async (after: number) =>
      (
        (await raw(a.server.app, "GET", `/api/decisions/chain.json?after=${after}&limit=50`))
          .json as ChainFile
      ).links;
    const parts = [await part(0), await part(50), await part(100), await part(150)];
    expect(parts.flat()).toEqual(file.links);
    expect((await checked(parts))[0]).toBe(0);
    expect(await checked(parts.toReversed())).toEqual([1, expect.stringContaining("beslut 1 saknas")]);
  });

  test.each([
    ["a figure", { decidedOn: "2001-01-01" }, "beslut 7 har ändrats"],
    ["what a version's hash is", { versionSha256: "0".repeat(64) }, "beslut 7 har ändrats"],
    ["a field that was not there", { note: "ny" }, "beslut 7 har ändrats"],
    ["what it hangs on", { previousSha256: "0".repeat(64) }, "beslut 7 hänger inte på det före"],
    ["its hash", { sha256: "0".repeat(64) }, "beslut 7 har ändrats"],
    ["its number", { number: 8 }, "beslut 7 saknas"],
  ])("it names the decision where %s was changed", async (_what, change, said) => {
    expect(await checked([changed(file.links, 6, change)])).toEqual([1, expect.stringContaining(said)]);
  });

  test("one cut off fits together, and is found by the head that was kept", async () => {
    const cut = file.links.slice(0, -1);
    expect((await checked([cut]))[0]).toBe(0);
    expect(await checked([cut], headOf(file.links.at(-1) as ChainLink))).toEqual([
      1,
      expect.stringContaining("finns inte längre"),
    ]);
  });

  test("the whole of it written anew by a superuser fits together, and is found only by a head from before", async () => {
    const kept = headOf(file.links[40] as ChainLink);
    let previous = GENESIS;
    const rewritten = file.links.map((link) => {
      const { sha256: _own, ...rest } = link;
      const own = { ...rest, previousSha256: previous, ...(link.number === 3 ? { reference: "KS 1" } : {}) };
      previous = sha256(linkText(own as ChainLink));
      return { ...own, sha256: previous } as ChainLink;
    });
    expect((await checked([rewritten]))[0]).toBe(0);
    expect(await checked([rewritten], kept)).toEqual([1, expect.stringContaining("kedjan är omskriven")]);
  });

  test("what it cannot read it says, and ends with 2", async () => {
    expect(await run()).toEqual([2, expect.stringContaining("ange en fil")]);
    expect((await run(join(folder, "finns-inte.json")))[0]).toBe(2);
    await writeFile(join(folder, "skräp.json"), "{");
    expect((await run(join(folder, "skräp.json")))[0]).toBe(2);
  });

  test("it is about forty lines, needs nothing but Node, and is fetched as it stands", async () => {
    const text = await readFile(SCRIPT, "utf8");
    expect(text.split("\n").length).toBeLessThan(55);
    expect(text.match(/from "[^"]+"/g)).toEqual(['from "node:crypto"', 'from "node:fs"']);
    const fetched = await a.server.app.inject({ url: "/api/decisions/check-chain.mjs" });
    expect([fetched.statusCode, fetched.payload]).toEqual([200, text]);
  });
});

describe("R-5: the head of the day", () => {
  interface Heads {
    readonly now: { readonly number: number };
    readonly days: readonly { readonly day: Day; readonly number: number; readonly sha256: string }[];
  }
  const heads = async () => (await raw(a.server.app, "GET", "/api/decisions/heads")).json as Heads;

  test("anybody reads the head now and those of the last thirty days, each of them a head that the chain holds", async () => {
    const { now, days } = await heads();
    expect(now).toEqual(file.head);
    expect(days).toHaveLength(30);
    for (const [i, { day }] of days.entries()) if (i > 0) expect(addDays(day, 1)).toBe(days[i - 1]?.day);
    const held = await checked([file.links], ...days.map(({ number, sha256: head }) => `${number}:${head}`));
    expect(held[0], held[1]).toBe(0);
  });

  test("it is a feed with one entry a day, the same names each time", async () => {
    const { days } = await heads();
    const { headers, payload } = await a.server.app.inject({ url: "/api/decisions/heads.atom" });
    expect(headers["content-type"]).toContain("application/atom+xml");
    expect(payload.match(/<entry>/g)).toHaveLength(30);
    const contents = [...payload.matchAll(/<content type="text">(.+)<\/content>/g)].map(([, text]) => text);
    expect(contents).toEqual(days.map(({ number, sha256: head }) => `${number}:${head}`));
    const ids = [...payload.matchAll(/<id>(.+)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(31);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await a.server.app.inject({ url: "/api/decisions/heads.atom" })).payload).toBe(payload);
  });
});

describe("R-5: a decided document carries the head right after its own decision", () => {
  const bytesOf = async (path: string) =>
    new Uint8Array((await a.server.app.inject({ url: `/api${path}?dag=2028-05-15` })).rawPayload);
  const plain = (text: string) => text.replace(/\s/g, "");
  const headOfMatter = (matter: string) => {
    const link = file.links.findLast(({ matterId }) => matterId === matter);
    return `Kedjanshuvudefterbeslutet:${headOf(link as ChainLink)}`;
  };
  const pdfText = async (path: string) => {
    const { text } = await extractText(await bytesOf(path), { mergePages: true });
    return plain(text);
  };

  test("the budget as PDF and Word, and a report as PDF", async () => {
    const budget = headOfMatter("budget:kommunfullmaktige:2027");
    expect(await pdfText("/budget/budget/2027/document.pdf")).toContain(budget);
    const word = unzipped(await bytesOf("/budget/budget/2027/document.docx"))["word/document.xml"] ?? "";
    expect(plain(word.replace(/<[^>]*>/g, ""))).toContain(budget);
    const report = headOfMatter("annual-report:kommunfullmaktige:2027");
    expect(await pdfText("/followup/annual-report/kommunfullmaktige/2027/pdf")).toContain(report);
  });
});
