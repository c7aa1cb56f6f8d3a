/** What a cell of a spreadsheet says in whole tkr; undefined when it is no whole amount. Takes Swedish and plain forms. */
export function amountOf(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/(?:tkr|kr)$/i, "")
    .replace(/[\s\u00a0\u202f\u2009]/g, "")
    .replace(/^[−–]/, "-")
    .replace(/,0+$|\.0+$/, "");
  if (!/^-?\d{1,12}$/.test(bare)) return undefined;
  return Number(bare) + 0;
}

/** An id from a name, unlike those that are taken: "Grundskola F–6" → "grundskola-f-6". */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 50) || "rad";
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  return id;
}
