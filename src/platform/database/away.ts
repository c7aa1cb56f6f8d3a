/**
 * The database could not be reached, or went away in the middle: it may well be back in a while. `stored` says what became of
 * a write: `nothing` where it went before it was to be stored, `unknown` where it went in just that moment.
 */
export class DatabaseAway extends Error {
  readonly stored: "nothing" | "unknown";
  constructor(stored: DatabaseAway["stored"], cause: unknown) {
    super(`the database is away: ${cause instanceof Error ? cause.message : cause}`, { cause });
    this.name = "DatabaseAway";
    this.stored = stored;
  }
}

/**
 * The server stops or starts (57P01–57P03, 57P05), a connection is broken (class 08), has no room (53300), or is not let in
 * (class 28, 3D000: somebody is changing the database's own settings); and what the network says.
 */
const CODES =
  /^(57P0[1235]|08...|53300|28...|3D000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** The driver's own errors have no codes. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/;

/** Whether an error of the database's driver says that the database is away. */
export function saysAway(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.some(saysAway); // a name with several addresses
  const { code, message } = cause as { code?: unknown; message?: unknown };
  return (
    (typeof code === "string" && CODES.test(code)) || (typeof message === "string" && WORDS.test(message))
  );
}
