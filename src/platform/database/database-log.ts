/** Where the database's keeper tells what happens to it. */
export interface DatabaseLog {
  debug(words: string): void;
  warn(words: string): void;
}

/** For commands that have no log: only what a person should look at, on stderr. */
export const toStderr: DatabaseLog = { debug: () => {}, warn: (words) => console.error(words) };
