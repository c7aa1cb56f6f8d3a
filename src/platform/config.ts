import { join, resolve } from "node:path";
import { z } from "zod";

const WEB_FOLDER = join(import.meta.dirname, "../../dist/web");

/** All configuration comes from the environment; README lists every variable. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).max(255).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TILLIT_DATA: z.string().min(1).max(1000).default("./data"),
  /** Where the built web client lies; the program's own dist/web when absent. */
  TILLIT_WEB: z.string().min(1).max(1000).optional(),
  /** full: Åstorp with a whole year played; organisation: only its organisation; none: an empty installation. */
  TILLIT_SAMPLE: z.enum(["full", "organisation", "none"]).default("full"),
  TILLIT_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Address that people use, for links and for the check of where a request comes from. */
  TILLIT_URL: z.url().optional(),
  /** Requests a minute from one address; 0 turns the limit off (load tests). */
  TILLIT_RATE: z.coerce.number().int().min(0).max(1_000_000).default(1200),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly webFolder: string;
  readonly sample: "full" | "organisation" | "none";
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly publicUrl: string | undefined;
  readonly requestsPerMinute: number;
}

/** What is wrong with the environment, one line a variable, for the person who starts the server. */
export class ConfigError extends Error {}

/** Reads and checks the configuration. Throws ConfigError that names each variable that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
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
    dataFolder: resolve(e.TILLIT_DATA),
    webFolder: e.TILLIT_WEB ? resolve(e.TILLIT_WEB) : WEB_FOLDER,
    sample: e.TILLIT_SAMPLE,
    logLevel: e.TILLIT_LOG,
    publicUrl: e.TILLIT_URL,
    requestsPerMinute: e.TILLIT_RATE,
  };
}
