import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

/** What the sample's year does not do with controls: a list is read to draw from, a file is opened, and taken away. */
export async function controlCalls(ask: Ask): Promise<void> {
  const as = "bildning-controller";
  const list = ["Faktura 0001", "Faktura 0002", "Faktura 0003"].join("\r\n");
  await ask({
    method: "POST",
    path: "/control/sample-list",
    as,
    file: { name: "fakturor.csv", bytes: new TextEncoder().encode(list) },
  });
  const there = await ask({
    method: "GET",
    path: "/control/evidence/bildningsnamnden/2027/k-fakturor",
    as,
  });
  const [file] = (there.json as { files: { id: string }[] }).files;
  await ask({ method: "GET", path: `/control/evidence-files/${file?.id}`, as });
  await ask({
    method: "POST",
    path: `/control/evidence-files/${file?.id}/removal`,
    as,
    body: { reason: "Fel år" },
  });
}
