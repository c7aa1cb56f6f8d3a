import { join } from "node:path";
import { Problem } from "../../kernel/problem.ts";
import { erase } from "../../organisation/erasing.ts";
import { storedMunicipalities } from "../../organisation/installation/store.ts";
import { MAX_ERASE_REASON } from "../../organisation/rules/erasing.ts";
import { machineClock, municipalDay } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { problemBody } from "../../platform/http/problems.ts";
import { isOpen, sampleFor } from "../../platform/sample-doors.ts";
import { readTexts } from "../../platform/texts.ts";
import { house } from "../chapters.ts";
import { openDatabaseBeside } from "../database.ts";

const SOURCE = join(import.meta.dirname, "../..");
const USAGE = `Användning:
  npm run tillit -- erase <person> --reason="<skäl>" [--municipality=<kommunkod>]   tar bort personuppgifterna för den som har slutat`;

/**
 * Erases the personal data of a person who holds no post, from the server's own command line. The municipality need not be said
 * where there is one. Exit status 0 when it was done, 1 when it could not be, 2 when it was called wrongly.
 */
export async function run(args: string[]): Promise<number> {
  const option = (name: string) => args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
  const [person, ...more] = args.filter((a) => !a.startsWith("--"));
  const reason = option("reason")?.trim() ?? "";
  if (!person || more.length > 0 || reason === "" || reason.length > MAX_ERASE_REASON) {
    console.error(USAGE);
    return 2;
  }
  const config = readConfig(process.env);
  const database = await openDatabaseBeside(config);
  try {
    const all = await storedMunicipalities(database.door);
    const asked = option("municipality");
    const chosen = asked === undefined ? all : all.filter(({ code }) => code === asked);
    const [own] = chosen;
    if (!own || chosen.length > 1) {
      console.error(
        own
          ? `Säg vilken kommun med --municipality=KOD: ${chosen.map(({ code }) => code).join(", ")}.`
          : `Det finns ingen kommun${asked === undefined ? "" : ` med koden ${asked}`} i databasen.`,
      );
      return own ? 2 : 1;
    }
    const on = municipalDay(
      { open: isOpen(sampleFor(config, own)), sampleDay: own.sampleDay },
      machineClock.now(),
    );
    const writer = { municipality: own.code, personId: "installation", requestId: "cli" };
    const { leftIn } = await database.door.write(writer, "Personuppgifter tas bort", (tx) =>
      erase(tx, house().chapters, { person, on, by: "installation", reason }),
    );
    console.log(
      `Personuppgifterna för ${person} är borttagna. Det som personen har beslutat och skrivit står kvar.`,
    );
    for (const { name } of leftIn)
      console.log(`Namnet står kvar i utkastet ${name}; rätta det innan det beslutas.`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const { title, detail, errors = [] } = problemBody(cause, readTexts(SOURCE), "sv", "cli");
    console.error([`${title}. ${detail}`, ...errors.map((one) => one.detail)].join("\n"));
    return 1;
  } finally {
    await database.close();
  }
}
