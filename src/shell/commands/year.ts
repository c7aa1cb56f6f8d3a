import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../platform/config.ts";
import { startServer } from "../server.ts";
import { overHttp } from "../year/client.ts";
import { playYear } from "../year/play.ts";

const SAMPLE = join(import.meta.dirname, "../../../sample");
const REPORT = {
  path: "/followup/annual-report/kommunfullmaktige/2027/pdf",
  as: "kf-sekreterare",
  on: "2028-05-15",
};

/**
 * Plays the sample municipality's year over HTTP against a server on a fresh data folder, and prints a line a step. With
 * `--server=<url>` it plays against one that runs already. Ends with the annual report and the verified chain.
 */
export async function run(args: string[]): Promise<number> {
  const given = args.find((a) => a.startsWith("--server="))?.slice("--server=".length);
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), "tillit-year-"));
  if (folder) await chmod(folder, 0o755); // PostgreSQL runs as a user of its own, which must reach its folder
  const server = folder
    ? await startServer(
        readConfig({
          ...process.env,
          TILLIT_DATA: folder,
          TILLIT_SAMPLE: "organisation",
          PORT: "0",
          // A fresh sample that lives while the command does, for this machine alone
          HOST: "",
          TILLIT_URL: "",
          TILLIT_LOG: "warn",
          TILLIT_RATE: "0",
        }),
      )
    : undefined;
  try {
    const client = overHttp(given ?? (server?.url as string), given ? 120_000 : 0);
    let unexpected = 0;
    for await (const step of playYear(client, SAMPLE)) {
      const mark = step.asExpected ? (step.refused ? "⊘" : "✓") : "✗";
      console.log(`${mark} ${step.on}  ${step.cite.padEnd(9)} ${step.name} [${step.as}]: ${step.outcome}`);
      if (!step.asExpected) unexpected++;
    }
    const pdf = await client.call({ method: "GET", ...REPORT });
    if (pdf.status === 200) {
      await mkdir("out", { recursive: true });
      await writeFile("out/arsredovisning-2027.pdf", pdf.bytes);
      console.log(
        `\nÅrsredovisningen: out/arsredovisning-2027.pdf (${Math.round(pdf.bytes.length / 1024)} kB)`,
      );
    } else {
      unexpected++;
      console.log(`\nÅrsredovisningen gick inte att hämta: ${JSON.stringify(pdf.json)}`);
    }
    const chain = (await client.call({ ...REPORT, method: "GET", path: "/decisions-chain" })).json as {
      whole: boolean;
      count: number;
      head: string;
    };
    console.log(
      chain.whole
        ? `Beslutskedjan är hel: ${chain.count} beslut, huvud ${chain.head}`
        : "Beslutskedjan är bruten",
    );
    if (unexpected > 0) console.log(`${unexpected} steg gick inte som det skulle.`);
    return unexpected === 0 && chain.whole ? 0 : 1;
  } finally {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}
