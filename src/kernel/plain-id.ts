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

/** Digits and letters that nobody takes for another when an id is read aloud or written by hand (Crockford's base 32). */
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
const RANDOM_SIGNS = 16;
const LASTING = /-[0-9][0-9a-hjkmnp-tv-z]{15}$/;

/**
 * An id that has never been and never comes again: "mal-7k3f9x2m7qh4tbcd". `stem` says what sort of thing it is. Every row that
 * somebody adds gets its id here, so that what was taken away is never mistaken for what came after it; the first sign is a
 * digit, so that no word is taken for such an id.
 */
export function lastingId(stem: string): string {
  const [first = 0, ...rest] = crypto.getRandomValues(new Uint8Array(RANDOM_SIGNS));
  return `${stem}-${SIGNS[first % 10]}${rest.map((byte) => SIGNS[byte % SIGNS.length]).join("")}`;
}

/** Whether an id is one that never comes again: then the same id is the same thing, whatever else is said of it. */
export const isLastingId = (id: string): boolean => LASTING.test(id);
