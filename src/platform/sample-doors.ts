import type { SampleFor } from "../kernel/sample-for.ts";
import type { Config } from "./config.ts";
import { ToldError } from "./told.ts";

type Doors = Pick<Config, "sample" | "samplePublic" | "publicUrl" | "host">;

/** Whether others than this machine's own people reach the server: it listens to more, or has an address that people use. */
const isPublic = ({ publicUrl, host }: Doors): boolean => publicUrl !== undefined || !isLoopback(host);

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * The one rule of who gets in without a password: it needs the municipality's mark and the setting, and where others reach the
 * server that it is expressly allowed. Null for a municipality that is no sample.
 */
export function sampleFor(config: Doors, municipality: { readonly sample: boolean }): SampleFor | null {
  if (!municipality.sample) return null;
  if (config.sample === "none") return "nobody";
  if (!isPublic(config)) return "this-machine";
  return config.samplePublic ? "everyone" : "nobody";
}

/** Whether roles and days can be chosen there. */
export const isOpen = (whom: SampleFor | null): boolean => whom === "this-machine" || whom === "everyone";

/** Stops a start that would let anybody in without a password by mistake. Throws a ToldError that says what to set instead. */
export function refuseSampleByMistake(config: Doors): void {
  if (config.sample === "none" || !isPublic(config) || config.samplePublic) return;
  const why =
    config.publicUrl === undefined
      ? `HOST=${config.host} öppnar Tillit för andra än den här datorn`
      : `TILLIT_URL=${config.publicUrl} säger att andra når Tillit`;
  throw new ToldError(
    `${why}, och TILLIT_SAMPLE=${config.sample} låter vem som helst logga in som vem som helst, utan lösenord. Inget har startats.
  För en riktig kommun: TILLIT_SAMPLE=none.
  För en exempelkommun som är öppen för alla: TILLIT_SAMPLE_PUBLIC=yes.`,
  );
}
