import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DecisionShape } from "../decisions/contract.ts";
import { house } from "./chapters.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { spokenOfPdf, textOfPdf } from "./testing/reading/pdf.ts";
import { textOfWord } from "./testing/reading/word.ts";

let a: Astorp;
let decisions: DecisionShape[];
beforeAll(async () => {
  a = await astorp("full");
  decisions = (await a.call("revisor", TODAY, "GET", "/decisions")).json as DecisionShape[];
}, 240_000);
afterAll(() => a.stop());

const TODAY = "2028-11-15";
const { kinds } = house();
const printed = kinds.all.filter(({ routes }) => routes.kind.printed);

const file = (path: string) =>
  a.server.app.inject({ url: `/api${path}`, headers: { "tillit-today": TODAY } });

test("T-1: a kind says that it is printed where the server makes its paper, and nowhere else", () => {
  expect(printed.map(({ routes }) => routes.kind.kind)).toEqual(
    kinds.all.filter(({ paper }) => paper).map(({ routes }) => routes.kind.kind),
  );
});

describe("T-1: what is decided leaves as PDF/UA and Word, for anyone, saying the same", () => {
  test.each(printed.map(({ routes: { kind } }) => kind.kind))("%s", async (kind) => {
    const decision = decisions.findLast((one) => one.kind === kind && !one.secrecy);
    if (!decision) throw new Error(`nothing of the kind ${kind} is decided in the sample`);
    const address = `/matters/${decision.matterId}/document`;
    const query = `?version=${decision.versionNumber}`;
    const pdf = await file(`${address}.pdf${query}`);
    expect([pdf.statusCode, pdf.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(pdf.rawPayload.toString("latin1")).toContain("/MarkInfo");
    const word = await file(`${address}.docx${query}`);
    expect(word.statusCode).toBe(200);
    const said = await textOfPdf(pdf.rawPayload);
    expect(said).toContain(decision.paragraph);
    expect(said).not.toContain("Inte beslutat");
    // Each word of the Word file's paragraphs and cells stands in the PDF too, also where a page ends within them
    const inPdf = squeezed(await spokenOfPdf(pdf.rawPayload));
    const words = textOfWord(word.rawPayload).flatMap((line) => line.split(" "));
    expect(words.length).toBeGreaterThan(30);
    for (const one of words)
      if (one.length > 3 && one.length < 40) expect(inPdf, one).toContain(squeezed(one));
  });
});

/** Where lines break, and where words are cut, differs between the two. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u00ad-]/g, "");

test("T-1: a draft is printed for those who read it, marked as one; there is no paper of what there is not", async () => {
  const draft = await a.draft("social-chef", TODAY, "/goals/situation-analysis/socialnamnden/2031", {
    needs: "Fler behöver stöd i hemmet.",
    results: "",
    conditions: "",
    staff: "",
    ambitions: "",
    lawAndTrends: "",
    economicNeeds: [],
    lessons: [],
  });
  expect(draft.status).toBe(200);
  const address = "/matters/situation-analysis:socialnamnden:2031/document.pdf";
  expect((await file(address)).statusCode).toBe(404);
  expect((await a.call("social-chef", TODAY, "GET", address)).status).toBe(200);
  expect((await a.call("larare-bjornekulla", TODAY, "GET", address)).json).toMatchObject({
    status: 403,
    code: "draft-not-yours",
  });
  expect(
    (await a.call("social-chef", TODAY, "GET", "/matters/vision:x:2027/document.pdf")).json,
  ).toMatchObject({
    code: "no-matter",
  });
  const budget = decisions.find(({ kind }) => kind === "budget") as DecisionShape;
  expect(
    (await a.call("social-chef", TODAY, "GET", `/matters/${budget.matterId}/document.pdf`)).json,
  ).toMatchObject({ code: "no-paper" });
});
