import { ownValue } from "../kernel/own-value.ts";
import { ToldError } from "../platform/told.ts";

/** What `npm run tillit -- <command>` can do. Each is loaded when it is asked for, so that small ones start at once. */
const COMMANDS: Record<
  string,
  { does: string; load: () => Promise<{ run: (args: string[]) => Promise<number> }> }
> = {
  start: { does: "startar Tillit", load: () => import("./commands/start.ts") },
  dev: { does: "startar Tillit med omladdning vid varje ändring", load: () => import("./commands/dev.ts") },
  year: { does: "spelar upp exempelkommunens år steg för steg", load: () => import("./commands/year.ts") },
  verify: {
    does: "räknar om beslutskedjan och förseglingarna och säger om något har ändrats",
    load: () => import("./commands/verify.ts"),
  },
  allocate: {
    does: "räknar fram ramar: JSON in på stdin, JSON ut på stdout",
    load: () => import("./commands/allocate.ts"),
  },
  wording: {
    does: "läser målformuleringar och skriver anmärkningarna: JSON in på stdin, JSON ut på stdout",
    load: () => import("./commands/wording.ts"),
  },
  population: {
    does: "läser en befolkningsfil och skriver vad den innehåller som JSON",
    load: () => import("./commands/population.ts"),
  },
  sie: { does: "skriver vad en SIE-fil rymmer som JSON: sie FIL", load: () => import("./commands/sie.ts") },
  backup: { does: "sparar hela databasen i en fil: backup FIL", load: () => import("./commands/backup.ts") },
  restore: {
    does: "återställer en säkerhetskopia till en tom databas: restore FIL",
    load: () => import("./commands/restore.ts"),
  },
  "open-handover": {
    does: "öppnar en fil med en kommuns egna uppgifter och prövar den",
    load: () => import("./commands/open-handover.ts"),
  },
  migrate: {
    does: "för databasen till den här versionen; --dry-run prövar först utan att ändra något",
    load: () => import("./commands/migrate.ts"),
  },
  data: { does: "säger var databasen ligger, eller flyttar den", load: () => import("./commands/data.ts") },
  erase: {
    does: "tar bort personuppgifterna för den som har slutat",
    load: () => import("./commands/erase.ts"),
  },
  rights: {
    does: "skriver vem som får göra vad, i samma form som docs/rights.csv",
    load: () => import("./commands/rights.ts"),
  },
  municipality: {
    does: "lägger upp en kommun och dess första konto",
    load: () => import("./commands/municipality.ts"),
  },
};

const [name = "", ...args] = process.argv.slice(2);
const command = ownValue(COMMANDS, name);
if (!command) {
  const list = Object.entries(COMMANDS).map(([key, { does }]) => `  ${key.padEnd(15)}${does}`);
  console.error(`Användning: npm run tillit -- <kommando>\n\n${list.join("\n")}`);
  process.exitCode = name === "" ? 0 : 2;
} else {
  try {
    process.exitCode = await (await command.load()).run(args);
  } catch (error) {
    if (error instanceof ToldError) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
