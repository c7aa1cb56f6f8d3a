import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on"> & { on?: string }) => Promise<Reply>;

const AS = "systemforvaltare";
const DECISION = "Kommunchefens beslut 2028-05-10";

/** People and their posts: one who comes, acts for another and leaves; who takes over; and a list of many that is taken back. */
export async function peopleAndPosts(ask: Ask, on: string, nextDay: string): Promise<void> {
  const get = (path: string, as = AS) => ask({ method: "GET", path, as });
  const post = (path: string, body: unknown, as = AS) => ask({ method: "POST", path, as, body });
  await get("/people/named?of=social-chef,revisor");
  const employee = { body: "hemvarden-norr", role: "employee", validFrom: on, validTo: null };
  const added = await post("/people", {
    name: "Undersköterska, Hemvården norr",
    contact: "underskoterska@astorp.example",
    post: { ...employee, title: "Undersköterska" },
  });
  const { id, posts } = added.json as { id: string; posts: { id: string }[] };
  await post(`/people/${id}/corrections`, { name: "Undersköterska, Hemvården Norr", contact: null });
  await post(`/people/${id}/protection`, { protected: true });
  await post(`/people/${id}/posts`, { ...employee, body: "socialforvaltningen", title: "Planerare" });
  await post(`/posts/${posts[0]?.id}/changes`, { title: "Vårdbiträde", from: on });
  const acting = { person: id, from: on, to: "2028-06-30", givenBy: DECISION };
  await post("/posts/bildning-controller/acting", acting);
  await get(`/posts/${posts[0]?.id}/ending?on=${on}`);
  await post(`/posts/${posts[0]?.id}/ending`, { on: "2028-12-31" });
  await get(`/people/social-controller/leaving?on=${on}`);
  await post("/people/social-controller/leaving", { on });

  const list = [
    "Namn;Organ;Roll;Ordning;Parti",
    "Kommunfullmäktiges nya ordförande;Kommunfullmäktige;ordförande;;Partiet",
  ].join("\n");
  const file = { name: "valda.csv", bytes: new TextEncoder().encode(list) };
  const about = `sort=period&council=2030-10-15&decision=${encodeURIComponent("KF 2030-10-14 § 1")}`;
  const seen = await ask({ method: "POST", path: `/people-table/preview?${about}`, as: AS, file });
  const { sha256 } = seen.json as { sha256: string };
  const stored = await ask({
    method: "POST",
    path: `/people-table?${about}&name=Mandatperioden&sha256=${sha256}`,
    as: AS,
    file,
  });
  await get("/people-changes");
  await post(`/people-changes/${(stored.json as { id: string }).id}/take-back`, {});
  await post("/retention/former-staff", { months: 24, ground: "Dokumenthanteringsplanen" });

  const taken = await ask({ method: "GET", path: "/course/taken-over", as: "social-chef", on: nextDay });
  const [one] = taken.json as { post: string }[];
  await ask({
    method: "POST",
    path: "/course/taken-over",
    as: "social-chef",
    on: nextDay,
    body: { post: one?.post ?? "" },
  });
}
