import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";

const SIE = readFileSync(`${import.meta.dirname}/../../../sample/ledger/astorp-2027-04.se`);
let a: Astorp;
let cookie: string;
beforeAll(async () => {
  a = await astorp();
  await a.moveDay("2027-05-10");
  cookie = await cookieOf(a.server.app, "ekonomichef");
});
afterAll(() => a.stop());

const part = (name: string, content: string | Buffer, filename?: string): Buffer =>
  Buffer.concat([
    Buffer.from(`--X\r\ncontent-disposition: form-data; name="${name}"`),
    Buffer.from(filename === undefined ? "" : `; filename="${filename}"`),
    Buffer.from("\r\ncontent-type: application/octet-stream\r\n\r\n"),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ]);
const END = Buffer.from("--X--\r\n");
const send = (body: Buffer) =>
  raw(a.server.app, "POST", "/api/ledger/imports?preview=true", {
    body,
    headers: { cookie, "content-type": "multipart/form-data; boundary=X" },
  });

test.each([
  ["nothing at all", Buffer.alloc(0), 415, "file-missing"],
  ["no part", END, 415, "file-missing"],
  [
    "a field and no file",
    Buffer.from('--X\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--X--\r\n'),
    415,
    "file-missing",
  ],
  ["another field", Buffer.concat([part("other", SIE, "a.se"), END]), 415, "file-missing"],
  [
    "two files",
    Buffer.concat([part("file", SIE, "a.se"), part("file", SIE, "b.se"), END]),
    422,
    "one-file-only",
  ],
  [
    "three files",
    Buffer.concat([part("file", SIE, "a.se"), part("file", SIE, "b.se"), part("file", SIE, "c.se"), END]),
    422,
    "one-file-only",
  ],
  ["a file that ends in the middle", part("file", SIE, "a.se").subarray(0, 5000), 400, "broken-upload"],
  ["what is no multipart", Buffer.from("hej"), 400, "broken-upload"],
  ["an empty file", Buffer.concat([part("file", "", "a.se"), END]), 422, "sie-faults"],
  [
    "an archive",
    Buffer.concat([part("file", Buffer.from("504b030400000000", "hex"), "a.zip"), END]),
    422,
    "sie-faults",
  ],
  ["a file without a name that is no SIE", Buffer.concat([part("file", "abc"), END]), 422, "sie-faults"],
])("T-4: %s is refused in words", async (_what, body, status, code) => {
  expect((await send(body)).json).toMatchObject({ status, code });
});

test("T-4: a file may come without a name, and a name is shown without signs that turn it round", async () => {
  expect((await send(Buffer.concat([part("file", SIE), END]))).json).toMatchObject({
    filename: "",
    year: 2027,
  });
  const turned = await send(Buffer.concat([part("file", SIE, "2027\u202ees.exe"), END]));
  expect(turned.json).toMatchObject({ filename: "2027es.exe" });
});
