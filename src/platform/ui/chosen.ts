/** What an address says that is about the whole group: who is sent it sees the whole, whichever body is theirs. */
export const WHOLE = "alla";

/** What a reader last chose: the body as an address says it, and by whom ("" for one who has not signed in). */
export interface KeptChoice {
  readonly whose?: string | undefined;
  readonly body?: string | undefined;
  readonly year?: number | undefined;
}

/** What a browser has kept, whoever wrote it: what is not understood is left out. */
export function choiceIn(kept: string | null): KeptChoice {
  try {
    const { whose, body, year } = JSON.parse(kept ?? "{}") as Record<string, unknown>;
    return {
      ...(typeof whose === "string" && typeof body === "string" && (body === WHOLE || bodyIn(body))
        ? { whose, body }
        : {}),
      ...(yearIn(year) === undefined ? {} : { year: yearIn(year) }),
    };
  } catch {
    return {};
  }
}

/** How an address says a body: undefined is the whole. */
export const saidOf = (body: string | undefined): string => body ?? WHOLE;

export function yearIn(given: unknown): number | undefined {
  const year = Number(given);
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : undefined;
}

/** The body that an address says; undefined for the whole, and for what cannot be a body. */
export const bodyIn = (given: unknown): string | undefined =>
  typeof given === "string" && given !== WHOLE && /^[a-z0-9-]{1,60}$/.test(given) ? given : undefined;
