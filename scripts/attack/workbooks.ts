import { handmadeWorkbook, zip } from "../../src/platform/intake/testing/zip.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { attackedServer, othersAsk } from "./running.ts";

/** What others wait at most while somebody sends a file: a reader has a thread of its own. Other programs run here too. */
const OTHERS_WAIT_MS = 3_000;
/** What a file is answered within. */
const ANSWERED_WITHIN_MS = 90_000;
const MAX_BYTES = 2_000_000_000;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ROWS = [
  ["Ålder", 2026],
  ["0", 12],
];
const WHOLE = "A1:XFD1048576";

/** A workbook with this as its sheet, and these parts beside. */
const workbook = (sheet: string, more: Record<string, string | Buffer> = {}, says?: number): Uint8Array =>
  zip(
    {
      "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
      "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/worksheets/sheet1.xml": sheet,
      ...more,
    },
    says,
  );
const sheet = (data: string) =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Ten entities, each of ten of the one before: a few hundred letters that become thousands of millions. */
const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from(
  { length: 10 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join("")}]>`;

function brokenSum(bytes: Uint8Array): Uint8Array {
  const broken = Buffer.from(bytes);
  for (let at = broken.indexOf("PK\u0003\u0004"); at >= 0; at = broken.indexOf("PK\u0003\u0004", at + 4))
    broken.writeUInt32LE(0xdeadbeef, at + 14);
  return new Uint8Array(broken);
}

const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  "namn på alla celler": () =>
    handmadeWorkbook(ROWS, {
      names: `<definedNames>${Array.from({ length: 5_000 }, (_, i) => `<definedName name="n${i}">Data!$A$1:$XFD$1048576</definedName>`).join("")}</definedNames>`,
    }),
  "sammanslagna kolumner": () =>
    handmadeWorkbook(ROWS, {
      after: `<mergeCells>${Array.from({ length: 2_000 }, (_, i) => `<mergeCell ref="E${i + 1}:XFD${i + 1}"/>`).join("")}</mergeCells>`,
    }),
  "filter på alla rader": () => handmadeWorkbook(ROWS, { after: `<autoFilter ref="${WHOLE}"/>` }),
  "regler för alla celler": () =>
    handmadeWorkbook(ROWS, {
      after: `<dataValidations count="1">${`<dataValidation type="whole" sqref="${WHOLE}"><formula1>1</formula1></dataValidation>`.repeat(500)}</dataValidations>`,
    }),
  "en miljon kolumner": () =>
    workbook(
      sheet(`<row r="1">${Array.from({ length: 1_000_000 }, () => "<c><v>1</v></c>").join("")}</row>`),
    ),
  "en cell längst bort": () => workbook(sheet(`<row r="1048576">${cell("XFD1048576", "x")}</row>`)),
  "en cell som inte finns": () =>
    workbook(sheet(`<row r="99999999999">${cell("ZZZZZZ99999999999", "x")}</row>`)),
  "en miljon rader": () => workbook(sheet("<row><c><v>1</v></c></row>".repeat(1_000_000))),
  "en text på femtio miljoner tecken": () =>
    workbook(sheet(`<row r="1">${cell("A1", "x".repeat(50_000_000))}</row>`)),
  "xml som växer": () =>
    workbook(
      `${laughs}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cell("A1", "&a10;")}</row></sheetData></worksheet>`,
    ),
  "xml som läser en fil": () =>
    workbook(
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData><row r="1">${cell("A1", "&f;")}</row></sheetData></worksheet>`,
    ),
  "djup xml": () => workbook(sheet("<row>".repeat(200_000))),
  "attribut i tusental": () =>
    workbook(sheet(`<row ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`)),
  "länkar till andra böcker": () =>
    workbook(sheet(`<row r="1"><c r="A1"><f>[1]Blad1!A1</f><v>1</v></c></row>`), {
      "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="${MAIN}"><externalBook r:id="rId1"/></externalLink>`,
      "xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>`,
    }),
  "en bomb på en halv gigabyte": () =>
    workbook(sheet(""), { "xl/sharedStrings.xml": Buffer.alloc(500_000_000, 32) }),
  "en bomb som säger sig vara liten": () =>
    workbook(sheet(`<row r="1">${cell("A1", " ".repeat(300_000_000))}</row>`), {}, 10),
  "arkiv i arkiv": () => {
    let inner = workbook(sheet(""));
    for (let depth = 0; depth < 50; depth++) inner = zip({ "bok.xlsx": Buffer.from(inner) });
    return workbook(sheet(""), { "xl/embeddings/bok.xlsx": Buffer.from(inner) });
  },
  "tiotusentals delar": () =>
    workbook(
      sheet(""),
      Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`xl/x${i}.xml`, "<x/>"])),
    ),
  "fel kontrollsumma": () => brokenSum(handmadeWorkbook(ROWS)),
  avhuggen: () => handmadeWorkbook(ROWS).slice(0, 400),
  "bara början": () => new Uint8Array([0x50, 0x4b, 3, 4]),
  "en sökväg ut": () => workbook(sheet(""), { "../../../../tmp/tillit-attack": "x" }),
};
/** What takes its time even to make. */
const ONLY_LONG = [
  "en bomb på en halv gigabyte",
  "en text på femtio miljoner tecken",
  "tiotusentals delar",
  "en bomb som säger sig vara liten",
];

/** Hostile workbooks to a real server: each is answered in words, others are answered meanwhile, and memory keeps its bound. */
export const workbooks: Part = {
  name: "workbooks",
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count("workbooks", attack);
    const server = await attackedServer(attack, "workbooks");
    const cookie = await server.signIn("ekonomichef");
    const names = Object.keys(HOSTILE).filter((name) => !attack.short || !ONLY_LONG.includes(name));
    for (const name of names) {
      const bytes = (HOSTILE[name] as () => Uint8Array)();
      const others = othersAsk(server.base);
      const form = new FormData();
      form.set("file", new Blob([Buffer.from(bytes)]), "bok.xlsx");
      const answer = await fetch(`${server.base}/api/budget/population-file`, {
        method: "POST",
        headers: { cookie },
        body: form,
        signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
      })
        .then(async (reply) => ({ status: reply.status, said: await reply.text() }))
        .catch((cause: Error) => ({ status: 0, said: `${cause.name}: ${cause.message}` }));
      const { longestMs, refused } = await others.stop();
      const inWords = answer.status >= 400 && answer.status < 500 && answer.said.includes('"code"');
      count.holds(
        answer.status === 200 || inWords,
        `${name}: svarar ${answer.status} ${answer.said.slice(0, 200)}`,
      );
      count.holds(longestMs <= OTHERS_WAIT_MS, `${name}: andra väntar mer än ${OTHERS_WAIT_MS} ms`);
      count.holds(refused.length === 0, `${name}: andra får ${refused.join(", ")}`);
      const peak = server.peakBytes();
      count.holds(peak <= MAX_BYTES, `${name}: servern tar mer än ${MAX_BYTES / 1e9} GB`);
    }
    return count.outcome();
  },
};
