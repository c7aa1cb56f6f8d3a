import { INSTALLATION } from "../../../kernel/installation.ts";

const TOKEN = /^([0-9]{4}|-)\.([A-Za-z0-9_-]{43})$/;

/** What stands after the mark in a one-time address: whose it is, and the secret. Undefined for what is no such text. */
export function readFirstAddress(text: string): { readonly of: string; readonly secret: string } | undefined {
  const [, of, secret] = TOKEN.exec(text) ?? [];
  return of !== undefined && secret !== undefined ? { of, secret } : undefined;
}

/** "1277.…": of a municipality that waits for its system manager, or of the installation itself. */
export const firstAddressText = (of: string, secret: string): string => `${of}.${secret}`;

/** The page where it is used. What stands after the mark is never sent by a browser where it only follows a link. */
export const firstAddress = (base: string, token: string): string =>
  `${new URL("/borja", base).href}#${token}`;

/** What an installation's own address opens: its first municipality, and where there is one already an operator's account. */
export type FirstFor = "municipality" | "operator" | "system-manager";

export const firstFor = (of: string, municipalities: number): FirstFor =>
  of !== INSTALLATION ? "system-manager" : municipalities === 0 ? "municipality" : "operator";
