/** More than this of one matter is not searched. */
export const MAX_SEARCHED = 150_000;

/**
 * What people have written in a content, in the order in which it stands: not ids, days, addresses or choices, which are small letters,
 * digits and signs without a space.
 */
export function textsIn(content: unknown): string {
  const texts: string[] = [];
  let length = 0;
  const gather = (value: unknown): void => {
    if (length > MAX_SEARCHED) return;
    if (typeof value === "string") {
      if (!isWritten(value)) return;
      texts.push(value);
      length += value.length + SEPARATOR.length;
    } else if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(gather);
  };
  gather(content);
  return [...new Set(texts)].join(SEPARATOR).slice(0, MAX_SEARCHED);
}

const SEPARATOR = " · ";

const isWritten = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^[a-z0-9_:@/.%-]*$/.test(text) && !/^https?:/.test(text);
