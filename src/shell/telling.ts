import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../platform/config.ts";
import type { Progress } from "../platform/http/year-play.ts";
import { makeLog } from "../platform/log.ts";

/** What a start does, each while it lasts and when it is done. */
const WORKS = {
  pages: { doing: "bygger sidorna", done: "sidorna är byggda" },
  database: { doing: "förbereder databasen", done: "databasen är förberedd" },
  year: { doing: "spelar exempelåret", done: "exempelåret är uppspelat" },
} as const;
export type Work = keyof typeof WORKS;

/** A server that answers: all that who started it needs to know. */
export interface Ready {
  readonly url: string;
  /** The roles that one can try, where it is the sample. */
  readonly people: readonly string[];
  /** The one-time address at which the first municipality, or the operator's account, is set up; undefined where both are there. */
  readonly first?: { readonly address: string; readonly what: "municipality" | "operator" } | undefined;
  /** Where the data lie, in words. */
  readonly data: string;
}

/** Tells how a start goes, on a terminal to a person and elsewhere as JSON lines. */
export interface Telling {
  readonly log: FastifyBaseLogger;
  begin(work: Work): void;
  step(work: Work, progress: Progress): void;
  end(work: Work): void;
  ready(facts: Ready): void;
  /** What was under way is no longer. */
  giveUp(): void;
  stopping(): void;
}

/** Tells nothing but what belongs in the log. */
export function quietly(config: Config): Telling {
  const nothing = () => {};
  return {
    log: makeLog(config),
    begin: nothing,
    step: nothing,
    end: nothing,
    ready: nothing,
    giveUp: nothing,
    stopping: nothing,
  };
}

export function tellingFor(config: Config, output: Output = process.stdout): Telling {
  return config.logFormat === "text" ? toPerson(config, output) : asLines(config, output);
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const SECOND_MS = 1000;
const seconds = (sinceMs: number): string => {
  const text = ((performance.now() - sinceMs) / SECOND_MS).toFixed(1).replace(".", ",");
  return `${text} s`;
};

/** A line for what is done; what is under way stands last on a terminal and is written over. */
function toPerson(config: Config, output: Output): Telling {
  const underWay = new Map<Work, { readonly sinceMs: number; progress?: Progress }>();
  let shown = false;
  const hide = () => {
    if (shown) output.write("\r\x1b[2K");
    shown = false;
  };
  const show = () => {
    if (!output.isTTY || underWay.size === 0) return;
    const texts = [...underWay].map(
      ([work, { progress }]) => WORKS[work].doing + (progress ? ` ${progress.done}/${progress.of}` : ""),
    );
    output.write(`\r\x1b[2K  … ${texts.join(", ")}`);
    shown = true;
  };
  const write = (text: string) => {
    hide();
    output.write(text);
    show();
  };
  return {
    log: makeLog(config, { write }),
    begin(work) {
      underWay.set(work, { sinceMs: performance.now() });
      // Where nothing can be written over, the beginning is a line
      if (output.isTTY) show();
      else output.write(`  … ${WORKS[work].doing}\n`);
    },
    step(work, progress) {
      const known = underWay.get(work);
      if (!known) return;
      known.progress = progress;
      show();
    },
    end(work) {
      const known = underWay.get(work);
      underWay.delete(work);
      if (known) write(`  ✓ ${WORKS[work].done} (${seconds(known.sinceMs)})\n`);
    },
    ready({ url, people, first, data }) {
      const lines = [
        ["Tillit är igång:", url],
        ...(first === undefined
          ? []
          : [[FIRST[first.what], `${first.address} (gäller en gång, och tills nästa start)`]]),
        ...(people.length > 0 ? [["Vem du kan vara:", rolesIn(url, people)]] : []),
        ["Data ligger i:", data],
        ["Avsluta:", "Ctrl+C"],
      ];
      write(`\n${lines.map(([what = "", text]) => `  ${what.padEnd(17)} ${text}`).join("\n")}\n\n`);
    },
    giveUp() {
      underWay.clear();
      hide();
    },
    stopping() {
      underWay.clear();
      write("  Tillit stannar …\n");
    },
  };
}

const FIRST = { municipality: "Börja här:", operator: "Lägg upp driften:" } as const;
const NAMED = 3;

/** "34 roller, till exempel …, på …/logga-in". */
const rolesIn = (url: string, people: readonly string[]): string =>
  `${people.length} roller, till exempel ${new Intl.ListFormat("sv-SE").format(people.slice(0, NAMED).map((one) => one.toLocaleLowerCase("sv")))}; välj på ${new URL("/logga-in", url).href}`;

/** Lines to be read by a program; how far the year has come is told each time so much has been done. */
function asLines(config: Config, output: Output): Telling {
  const log = makeLog(config, output);
  const TOLD_TIMES = 4;
  let told = 0;
  return {
    log,
    begin: (work) => log.info({ work }, WORKS[work].doing),
    step(work, progress) {
      const part = Math.floor((progress.done / progress.of) * TOLD_TIMES);
      if (part === told || part === TOLD_TIMES) return;
      told = part;
      log.info({ work, ...progress }, WORKS[work].doing);
    },
    end: (work) => log.info({ work }, WORKS[work].done),
    ready: ({ url, people, first, data }) =>
      log.info(
        { url, roles: people.length, ...(first ? { first: first.address, firstFor: first.what } : {}), data },
        "Tillit är igång",
      ),
    giveUp: () => {},
    stopping: () => log.info("Tillit stannar"),
  };
}
