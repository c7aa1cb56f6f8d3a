import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on"> & { on?: string }) => Promise<Reply>;

/** Who may what is changed from a day and ended, and somebody who may not asks one who may. */
export async function mandatesAndRequests(ask: Ask, on: string): Promise<void> {
  const as = "systemforvaltare";
  const body = {
    action: "edit:lesson",
    organKinds: ["committee"],
    roles: ["secretary"],
    body: "socialnamnden",
    post: null,
    scope: "own",
    source: "Socialnämndens delegationsordning punkt 4.2",
    sourceDocument: null,
    validFrom: on,
    validTo: null,
  };
  const given = (await ask({ method: "POST", path: "/mandates", as, body })).json as { id: string };
  const year = Number(on.slice(0, 4)) + 1;
  const later = { ...body, roles: ["secretary", "chair"], validFrom: `${year}-01-01` };
  const path = `/mandates/${given.id}/change`;
  const next = (await ask({ method: "POST", path, as, body: later })).json as { id: string };
  await ask({ method: "POST", path: `/mandates/${next.id}/end`, as, body: { from: `${year}-07-01` } });

  const request = async (text: string) =>
    (
      await ask({
        method: "POST",
        path: "/requests",
        as: "larare-bjornekulla",
        body: {
          to: "bildning-chef",
          action: "edit:body-goals",
          body: "bildningsnamnden",
          text,
          href: "/mal?ar=2028&organ=bildningsnamnden",
        },
      })
    ).json as { number: number };
  const taken = await request("Lägg till ett mål om läsning.");
  await ask({ method: "POST", path: `/requests/${taken.number}/withdrawal`, as: "larare-bjornekulla" });
  const { number } = await request("Lägg till ett mål om läslust.");
  await ask({
    method: "POST",
    path: `/requests/${number}/answer`,
    as: "bildning-chef",
    body: { outcome: "declined", answer: "Målen är redan tre; det tas med till nästa år." },
  });
  await ask({ method: "POST", path: `/requests/${number}/seen`, as: "larare-bjornekulla" });
  await ask({ method: "GET", path: "/requests", as: "larare-bjornekulla" });

  const saved = await ask({
    method: "GET",
    path: "/matters/budget:kommunfullmaktige:2028/saved",
    as: "kommunchef",
  });
  const [last] = saved.json as { version: number; revision: number }[];
  await ask({
    method: "GET",
    path: `/matters/budget:kommunfullmaktige:2028/saved/${last?.version}/${last?.revision}`,
    as: "kommunchef",
  });
}
