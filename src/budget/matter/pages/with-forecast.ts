import type { Budget } from "../../base/contract.ts";

/** The budget with its people from a version of a forecast: the source in words, and the version that the server reads. */
export function withForecast(
  content: Budget,
  { matter, version }: { readonly matter: string; readonly version: number },
  words: { readonly what: string; readonly source: string },
): Budget {
  const sources = content.sources.filter(
    ({ from, what }) =>
      from === undefined && what.toLocaleLowerCase("sv") !== words.what.toLocaleLowerCase("sv"),
  );
  return {
    ...content,
    sources: [
      { what: words.what, source: words.source.slice(0, 500), from: { matter, version } },
      ...sources,
    ],
  };
}
