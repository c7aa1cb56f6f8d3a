import { ownValue } from "../../../kernel/own-value.ts";
import { MUNICIPALITIES } from "./municipalities.ts";

export interface KnownMunicipality {
  readonly code: string;
  readonly name: string;
  readonly county: string;
}

/** Sweden's municipalities by code (SCB). */
export const ALL_MUNICIPALITIES: readonly KnownMunicipality[] = MUNICIPALITIES.flatMap(
  ({ county, digits, names }) =>
    names.split(", ").map((line) => ({ code: digits + line.slice(0, 2), name: line.slice(3), county })),
);

/** What one of them stands as in a list that is typed in: "Åstorp, 1277, Skåne län". */
export const listedAs = ({ code, name, county }: KnownMunicipality): string => `${name}, ${code}, ${county}`;

/** The one that a typed text means: as it is listed, or its code or name alone. */
export function municipalityTyped(text: string): KnownMunicipality | undefined {
  const given = text.trim().toLocaleLowerCase("sv");
  return ALL_MUNICIPALITIES.find((one) =>
    [listedAs(one), one.code, one.name].some((word) => word.toLocaleLowerCase("sv") === given),
  );
}

/** Those that call themselves otherwise than their name and "kommun" would give. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  "0180": "Stockholms stad",
  "0183": "Sundbybergs stad",
  "0184": "Solna stad",
  "0186": "Lidingö stad",
  "0187": "Vaxholms stad",
  "0880": "Kalmar kommun",
  "0980": "Region Gotland",
  "1280": "Malmö stad",
  "1282": "Landskrona stad",
  "1283": "Helsingborgs stad",
  "1480": "Göteborgs stad",
  "1481": "Mölndals stad",
  "1488": "Trollhättans stad",
  "1490": "Borås stad",
  "1980": "Västerås stad",
  "2583": "Haparanda stad",
};

/** What it is called in full, as a proposal: "Åstorps kommun", "Umeå kommun". */
export const fullName = ({ code, name }: KnownMunicipality): string =>
  ownValue(OWN_NAMES, code) ?? `${name}${/[aeiouyåäösxz]$/i.test(name) ? "" : "s"} kommun`;
