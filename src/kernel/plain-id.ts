const MAX_LENGTH = 50;

/** A name as an id: "Öppen förskola" is "oppen-forskola". Empty where it has neither letter nor digit. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, "");

/** The id, or the first with a number after it that is not taken: "policy", "policy-2". */
export function idUnlike(taken: ReadonlySet<string>, wanted: string): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

/** An id for one more in a list, by its number and unlike the others': "risk-4" after three. */
export function nextId(stem: string, rows: readonly { readonly id: string }[]): string {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
