import { createHash } from "node:crypto";
import { newHandover, noteReady, storePiece } from "../../src/organisation/handover/store.ts";
import { layOut, modelOrganisation } from "../../src/organisation/installation/lay-out.ts";
import { storeNames } from "../../src/organisation/installation/store.ts";
import { givePost, newPerson } from "../../src/organisation/people/store.ts";
import type { Door, Tx } from "../../src/platform/database/door.ts";
import { accountsOf, newAccount } from "../../src/platform/sign-in/account-store.ts";
import { newLink } from "../../src/platform/sign-in/links.ts";
import { startSession } from "../../src/platform/sign-in.ts";
import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

const HOME = "1277";
const THERE = { code: "1278", name: "Båstads kommun" };
const HOST = "bastad.example.se";
const PERSON = "systemforvaltare";
/** The public half of a key that nobody has the other half of. */
const RECIPIENT = "age14x6pwe0jq7qt0rhewt97u4fncf6ksscq4htmurruwh6hrep4y5kqkrrjsk";

const markOf = (address: string): string => new URL(address).hash.slice(1);

/** What a municipality hands over, and one account that belongs to another municipality too (T-3). */
export async function elsewhereCalls(ask: Ask, door: Door): Promise<void> {
  const write = <T>(municipality: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    door.write({ municipality, personId: "installation", requestId: "example" }, "exempel", work);
  const home = await write(HOME, (tx) => startSession(tx, HOME, PERSON));
  const here = { cookie: `tillit_session=${home}` };

  await ask({
    method: "PUT",
    path: "/handovers/key",
    as: PERSON,
    body: { recipient: RECIPIENT },
    headers: here,
  });
  const bytes = Buffer.from("förseglat");
  const handover = await write(HOME, async (tx) => {
    const id = await newHandover(tx, HOME, RECIPIENT);
    await storePiece(tx, HOME, { handover: id, number: 0, bytes });
    await noteReady(tx, id, {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
    });
    return id;
  });
  await ask({ method: "GET", path: "/handovers", as: PERSON });
  await ask({ method: "GET", path: `/handovers/${handover}/file`, as: PERSON });

  const token = await write(THERE.code, async (tx) => {
    await layOut(tx, await modelOrganisation(THERE), { host: HOST, startedOn: "2026-01-01" });
    const person = await newPerson(tx, THERE.code, { name: "Systemförvaltare i två kommuner" });
    await givePost(tx, THERE.code, {
      person,
      body: "kommunstyrelseforvaltningen",
      role: "system-manager",
      title: "Systemförvaltare",
      validFrom: "2026-01-01",
      validTo: null,
    });
    await newAccount(tx, THERE.code, { personId: person, email: "sf@bastad.example" });
    const [account] = await accountsOf(tx, person);
    if (!account) throw new Error("The account that was made is not there");
    return newLink(tx, THERE.code, account);
  });
  await write(HOME, (tx) => storeNames(tx, HOME, { name: "Åstorps kommun", hosts: ["localhost"] }));
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    ask({ method: "POST", path, as: PERSON, body, headers });
  await post("/own-account/municipalities", { link: `http://${HOST}/konto/lank#${token}` }, here);
  await ask({ method: "GET", path: "/own-account/municipalities", as: PERSON, headers: here });
  // A browser's own round, as its cookie keeps it
  const browser = "a".repeat(43);
  const there = {
    host: HOST,
    origin: `http://${HOST}`,
    cookie: `tillit_round=${browser}`,
    // It is no sample: there it is the day that it is
    "tillit-today": new Date().toISOString().slice(0, 10),
  };
  const began = await post("/sign-in/crossing/beginning", { from: HOME }, there);
  const [, , round] = markOf((began.json as { address: string }).address).split(".");
  const given = await post("/own-account/crossings", { to: THERE.code, browser: round }, here);
  const code = markOf((given.json as { address: string }).address).replace("klar.", "");
  await post("/sign-in/crossing", { token: code }, there);
  await ask({
    method: "DELETE",
    path: `/own-account/municipalities/${THERE.code}`,
    as: PERSON,
    headers: here,
  });
}
