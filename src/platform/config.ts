import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { ToldError } from "./told.ts";

const WEB_FOLDER = join(import.meta.dirname, "../../dist/web");

/** All configuration comes from the environment; README lists every variable. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).max(255).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The owner's address, where DATABASE_URL is that of a role that somebody else made for Tillit to run as. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Absent: chosen by `chooseDataFolder`. */
  TILLIT_DATA: z.string().min(1).max(1000).optional(),
  /** Where the built web client lies; the program's own dist/web when absent. */
  TILLIT_WEB: z.string().min(1).max(1000).optional(),
  /** full: Åstorp with its two years played; organisation: only its organisation; none: an empty installation. */
  TILLIT_SAMPLE: z.enum(["full", "organisation", "none"]).default("full"),
  /** yes: the sample may be open for all who reach the server, as whoever they choose. */
  TILLIT_SAMPLE_PUBLIC: z.enum(["yes", "no"]).default("no"),
  TILLIT_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Absent: text on a terminal, else JSON lines. */
  TILLIT_LOG_FORMAT: z.enum(["text", "json"]).optional(),
  /** Address that people use, for links and for the check of where a request comes from. */
  TILLIT_URL: z.url().optional(),
  /** The proxies in front whose word is taken for where a request comes from: addresses, networks, or loopback. */
  TILLIT_TRUSTED_PROXY: networks(),
  /** Inner networks where identity providers may be asked, over plain HTTP too; others than these are never asked. */
  TILLIT_PROVIDER_NETWORKS: networks(),
  /** A session that nobody has used for so long has ended. */
  TILLIT_IDLE_MINUTES: z.coerce.number().int().min(10).max(720).default(120),
  /** Requests a minute from one session, or from one address without one; 0 turns the limit off (load tests). */
  TILLIT_RATE: z.coerce.number().int().min(0).max(1_000_000).default(1200),
  /** The mail server that letters are handed to, smtp:// or smtps://, and whom they are from; neither: no letters. */
  TILLIT_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
  TILLIT_MAIL_FROM: z.email().optional(),
  /** What is sealed in the database is sealed under a key of this; absent: of the database's own secret. */
  TILLIT_SEAL_KEY: z.string().min(32).max(500).optional(),
  /** The one before, while it is changed: it opens, and at a start all is sealed by the new one. */
  TILLIT_SEAL_KEY_BEFORE: z.string().min(32).max(500).optional(),
  /** Opens /metrics and the details of /api/health; absent: there is no /metrics. */
  TILLIT_METRICS_TOKEN: z.string().min(20).max(500).optional(),
  /** How old the last backup may be before health warns; 0: backups are made by other means. */
  TILLIT_BACKUP_HOURS: z.coerce.number().min(0).max(10_000).default(26),
  /** The most that is kept in memory of what has been read, MB; 0 keeps nothing. */
  TILLIT_KEEP_MB: z.coerce.number().int().min(0).max(16_384).default(96),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** Of the database's owner, where `databaseUrl` is that of the role to run as. */
  readonly databaseOwnerUrl: string | undefined;
  /** The embedded PostgreSQL's folder, where one is named. */
  readonly dataFolder: string | undefined;
  readonly webFolder: string;
  readonly sample: "full" | "organisation" | "none";
  /** Whether a sample may be open where others than this machine's own people reach it. */
  readonly samplePublic: boolean;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly logFormat: "text" | "json";
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly providerNetworks: readonly string[];
  readonly requestsPerMinute: number;
  readonly idleMinutes: number;
  /** Undefined where no mail is sent. */
  readonly mail: { readonly smtp: string; readonly from: string } | undefined;
  /** By what secrets of the environment the database's own are sealed, the present one first. */
  readonly sealKeys: readonly string[];
  readonly metricsToken: string | undefined;
  readonly backupHours: number;
  readonly keepMb: number;
}

const NAMED_NETWORKS = ["loopback", "linklocal", "uniquelocal"];

/** Addresses and networks with commas between. */
function networks() {
  return z
    .string()
    .max(1000)
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    )
    .refine((all) => all.every(isNetwork), "adresser eller nät åtskilda av komma, eller loopback")
    .optional();
}

/** An address, a network (192.0.2.0/24), or a network that has a name. */
function isNetwork(given: string): boolean {
  const [address = "", bits, ...more] = given.split("/");
  const family = isIP(address);
  if (family === 0) return NAMED_NETWORKS.includes(given);
  return (
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
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
  if ((e.TILLIT_SMTP === undefined) !== (e.TILLIT_MAIL_FROM === undefined))
    throw new ConfigError(
      "TILLIT_SMTP och TILLIT_MAIL_FROM hör ihop: sätt båda för att skicka brev, eller ingen.\nSe README, avsnittet Inställningar.",
    );
  if (e.TILLIT_SEAL_KEY_BEFORE !== undefined && e.TILLIT_SEAL_KEY === undefined)
    throw new ConfigError(
      "TILLIT_SEAL_KEY_BEFORE är den förra nyckeln, och anges bara tillsammans med TILLIT_SEAL_KEY.\nSe README, avsnittet Inställningar.",
    );
  if (e.DATABASE_OWNER_URL !== undefined && e.DATABASE_URL === undefined)
    throw new ConfigError(
      "Inställningarna går inte att använda:\n  DATABASE_OWNER_URL: anges bara tillsammans med DATABASE_URL\nSe README, avsnittet Inställningar.",
    );
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    databaseOwnerUrl: e.DATABASE_OWNER_URL,
    dataFolder: e.TILLIT_DATA === undefined ? undefined : resolve(e.TILLIT_DATA),
    webFolder: e.TILLIT_WEB ? resolve(e.TILLIT_WEB) : WEB_FOLDER,
    sample: e.TILLIT_SAMPLE,
    samplePublic: e.TILLIT_SAMPLE_PUBLIC === "yes",
    logLevel: e.TILLIT_LOG,
    logFormat: e.TILLIT_LOG_FORMAT ?? (terminal ? "text" : "json"),
    publicUrl: e.TILLIT_URL,
    trustedProxies: e.TILLIT_TRUSTED_PROXY ?? [],
    providerNetworks: e.TILLIT_PROVIDER_NETWORKS ?? [],
    requestsPerMinute: e.TILLIT_RATE,
    idleMinutes: e.TILLIT_IDLE_MINUTES,
    mail: e.TILLIT_SMTP && e.TILLIT_MAIL_FROM ? { smtp: e.TILLIT_SMTP, from: e.TILLIT_MAIL_FROM } : undefined,
    sealKeys: [e.TILLIT_SEAL_KEY, e.TILLIT_SEAL_KEY_BEFORE].filter((key) => key !== undefined),
    metricsToken: e.TILLIT_METRICS_TOKEN,
    backupHours: e.TILLIT_BACKUP_HOURS,
    keepMb: e.TILLIT_KEEP_MB,
  };
}
