#!/usr/bin/env node
// Räknar om en kommuns beslutskedja, utan Tillit och utan nät: node check-chain.mjs chain.json [fler.json …] [NUMMER:HUVUD …]
// Filerna hämtas från sidan /beslut/kedjan. Ett huvud är ett som du har sparat: ur ett beslutat dokument, flödet eller ett brev.
// Slutar med 0 när kedjan är hel och rymmer varje huvud, 1 när den inte gör det, 2 när något inte gick att läsa.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** JSON as RFC 8785 writes it, of what a link holds: texts, whole numbers, true, false, null, lists and objects. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error(`${value} är inget heltal`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

function check(links, heads) {
  const known = ["0".repeat(64)]; // what the first decision hangs on
  for (const { sha256, ...link } of links) {
    const number = known.length;
    if (link.number !== number) return `beslut ${number} saknas`;
    if (link.previousSha256 !== known[number - 1]) return `beslut ${number} hänger inte på det före`;
    const own = createHash("sha256").update(canonical(link)).digest("hex");
    if (own !== sha256) return `beslut ${number} har ändrats: det ger ${own} och inte ${sha256}`;
    known.push(sha256);
  }
  for (const [number, head] of heads.map((one) => one.split(":"))) {
    if (Number(number) >= known.length) return `beslut ${number} finns inte längre i kedjan`;
    if (known[number] !== head)
      return `beslut ${number} har ${known[number]} och inte ${head}: kedjan är omskriven`;
  }
  console.log(`Kedjan är hel: ${links.length} beslut, huvud ${links.length}:${known.at(-1)}`);
  if (heads.length > 0)
    console.log(`Den rymmer ${heads.length === 1 ? "huvudet" : `alla ${heads.length} huvuden`}.`);
}

try {
  const given = process.argv.slice(2);
  const heads = given.filter((one) => /^\d{1,9}:[0-9a-f]{64}$/.test(one));
  const files = given.filter((one) => !heads.includes(one));
  if (files.length === 0) throw new Error("ange en fil: node check-chain.mjs chain.json [NUMMER:HUVUD …]");
  const fault = check(
    files.flatMap((file) => JSON.parse(readFileSync(file, "utf8")).links),
    heads,
  );
  if (fault) console.log(`Kedjan stämmer inte: ${fault}`);
  process.exitCode = fault ? 1 : 0;
} catch (error) {
  console.error(`Det gick inte att kontrollera: ${error.message}`);
  process.exitCode = 2;
}
