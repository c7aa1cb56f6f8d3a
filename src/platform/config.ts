import { join, resolve } from "node:path";
import { z } from "zod";
import { ToldError } from "./told.ts";

const WEB_FOLDER = join(import.meta.dirname, "../../dist/web");

/** All configuration comes from the environment; README lists every variable. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).max(255).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Absent: chosen by `chooseDataFolder`. */
  TILLIT_DATA: z.string().min(1).max(1000).optional(),
  /** Where the built web client lies; the program's own dist/web when absent. */
  TILLIT_WEB: z.string().min(1).max(1000).optional(),
  /** full: Åstorp with a whole year played; organisation: only its organisation; none: an empty installation. */
  TILLIT_SAMPLE: z.enum(["full", "organisation", "none"]).default("full"),
  TILLIT_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Absent: text on a terminal, else JSON lines. */
  TILLIT_LOG_FORMAT: z.enum(["text", "json"]).optional(),
  /** Address that people use, for links and for the check of where a request comes from. */
  TILLIT_URL: z.url().optional(),
  /** Requests a minute from one address; 0 turns the limit off (load tests). */
  TILLIT_RATE: z.coerce.number().int().min(0).max(1_000_000).default(1200),
  /** The most that is kept in memory of what has been read, MB; 0 keeps nothing. */
  TILLIT_KEEP_MB: z.coerce.number().int().min(0).max(16_384).default(96),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** The embedded PostgreSQL's folder, where one is named. */
  readonly dataFolder: string | undefined;
  readonly webFolder: string;
  readonly sample: "full" | "organisation" | "none";
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly logFormat: "text" | "json";
  readonly publicUrl: string | undefined;
  readonly requestsPerMinute: number;
  /** 0: nothing of what has been read is kept. */
  readonly keepMb: number;
}

/** What is wrong with the environment, one line a variable, for the person who starts the server. */
export class ConfigError extends ToldError {}

/**
 * Reads and checks the configuration. Throws ConfigError that names each variable that is wrong. `terminal`: whether a person
 * reads what is written.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  terminal: boolean = process.stdout.isTTY === true,
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(
      `Inställningarna går inte att använda:\n${lines.join("\n")}\nSe README, avsnittet Inställningar.`,
    );
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    dataFolder: e.TILLIT_DATA === undefined ? undefined : resolve(e.TILLIT_DATA),
    webFolder: e.TILLIT_WEB ? resolve(e.TILLIT_WEB) : WEB_FOLDER,
    sample: e.TILLIT_SAMPLE,
    logLevel: e.TILLIT_LOG,
    logFormat: e.TILLIT_LOG_FORMAT ?? (terminal ? "text" : "json"),
    publicUrl: e.TILLIT_URL,
    requestsPerMinute: e.TILLIT_RATE,
    keepMb: e.TILLIT_KEEP_MB,
  };
}
