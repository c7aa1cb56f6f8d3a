import { randomUUID } from "node:crypto";
import { INSTALLATION } from "../../kernel/installation.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { swedishDay } from "../../platform/clock.ts";
import { countRows } from "../../platform/database/count-rows.ts";
import type { Door, Tx, Writer } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, handleAfter } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { storeEvents } from "../../platform/http/security-log.ts";
import { weaknessOf } from "../../platform/sign-in/password-strength.ts";
import { checkPassword, endSession, entered, setPassword, startSession } from "../../platform/sign-in.ts";
import { soleOn } from "../rules/sole.ts";
import { allBodies } from "../store.ts";
import {
  AddressEnded,
  AlreadyOpened,
  addMunicipality,
  askFirstAddress,
  getInstallation,
  listMunicipalities,
  MunicipalityThere,
  measureMunicipality,
  NoSuchMunicipality,
  NotReachable,
  nameMunicipality,
  openFirstAddress,
  pauseMunicipality,
  renewFirstAddress,
  signInOperator,
  signOutOperator,
} from "./contract.ts";
import { type FirstManager, layOut, layOutManager, modelOrganisation } from "./lay-out.ts";
import { firstAddress, firstFor, readFirstAddress } from "./rules/first-address.ts";
import { hostName, nameless, takenBy } from "./rules/host-name.ts";
import {
  endFirstAddress,
  hasAccount,
  lockNames,
  makeFirstAddress,
  municipalities,
  opens,
  operatorName,
  type StoredMunicipality,
  storedMunicipalities,
  storeNames,
  storeOperator,
  storePaused,
} from "./store.ts";

const CITE = "§3.2";

/** In whose rows, and by whom: what the operator does with a municipality stands in that one's own log. */
const writerFor = (municipality: string, { personId = INSTALLATION, requestId }: Context): Writer => ({
  municipality,
  personId: municipality === INSTALLATION ? personId : "installation",
  requestId,
});

const shown = async (door: Door, one: StoredMunicipality) => ({
  code: one.code,
  name: one.name,
  hosts: [...one.hosts],
  sample: one.sample,
  startedOn: one.startedOn,
  paused: one.paused,
  waits: !one.sample && !(await door.read(one.code, hasAccount)),
});

async function known(door: Door, code: string): Promise<StoredMunicipality> {
  const found = (await storedMunicipalities(door)).find((one) => one.code === code);
  return found ?? refuse(NoSuchMunicipality, { params: { code } });
}

/** The names as they are stored; refuses those that are none, another's, or that would leave somebody out of reach. */
function hostsFor(
  given: readonly string[],
  own: { readonly code: string; readonly name: string },
  all: readonly StoredMunicipality[],
): string[] {
  const faults = given.flatMap((text, i) => {
    const host = hostName(text);
    const at = `hosts.${i}`;
    if (host === undefined) return [remark("stops", "host-none", CITE, { host: text }, at)];
    const other = takenBy(all, host, own.code);
    return other ? [remark("stops", "host-taken", CITE, { host, name: other.name }, at)] : [];
  });
  const hosts = [...new Set(given.flatMap((text) => hostName(text) ?? []))];
  const after = [...all.filter(({ code }) => code !== own.code), { ...own, hosts }];
  const left = faults.length > 0 ? [] : nameless(after);
  const remarks = [
    ...faults,
    ...left.map(({ name }) => remark("stops", "host-missing", CITE, { name }, "hosts")),
  ];
  if (remarks.length > 0) refuse(NotReachable, { remarks, params: { name: own.name } });
  return hosts;
}

/** Refuses a password that is easily guessed, at its field. */
async function mustBeStrong({ password, ...person }: FirstManager, more: readonly string[]): Promise<void> {
  const weakness = await weaknessOf(password, [person.email, person.name, ...more]);
  if (weakness)
    refuse(BadInput, {
      remarks: [remark("stops", "password-weak", CITE, { told: weakness.told }, "person.password")],
    });
}

/** What a one-time address opens; refuses one that has been used, or that was never given. */
async function asked(door: Door, token: string) {
  const read = readFirstAddress(token);
  if (
    !read ||
    !(await door.write(lookFor(read.of), "En engångsadress prövas", (tx) => opens(tx, read.of, read.secret)))
  )
    return refuse(AddressEnded);
  const all = await storedMunicipalities(door);
  return { ...read, all, what: firstFor(read.of, all.length), own: all.find(({ code }) => code === read.of) };
}
const lookFor = (municipality: string): Writer => ({
  municipality,
  personId: "besökare",
  requestId: "first",
});

/** Uses a one-time address up in the transaction that does what it opens: two at once come in one after the other. */
async function spend(tx: Tx, of: string, secret: string): Promise<void> {
  if (!(await opens(tx, of, secret))) refuse(AddressEnded);
  await endFirstAddress(tx, of);
}

/** The first system manager of a municipality that is there, signed in at once. */
async function firstManager(tx: Tx, code: string, person: FirstManager, ctx: Context): Promise<string> {
  const bodies = await allBodies(tx);
  const executive = soleOn(bodies, "executive", ctx.present)?.id;
  const body = bodies.find(({ kind, parent }) => kind === "administration" && parent === executive)?.id;
  const personId = await layOutManager(tx, code, person, {
    body: body ?? executive ?? "",
    from: ctx.present,
  });
  await storeEvents(tx, code, [
    { kind: "rights-changed", personId, requestId: ctx.requestId },
    { kind: "signed-in", personId, requestId: ctx.requestId },
  ]);
  return startSession(tx, code, personId);
}

export const installationHandlers: Handler[] = [
  handle(getInstallation, async ({ ctx, tx }) => ({
    operator:
      ctx.personId === undefined ? null : { id: ctx.personId, name: await operatorName(tx, ctx.personId) },
    begun: (await municipalities(tx)).length > 0,
  })),

  handleAfter(
    askFirstAddress,
    ({ body, door }) => asked(door, body.token),
    async (_asked, { what, own }) => ({
      for: what,
      municipality: own ? { code: own.code, name: own.name } : null,
    }),
  ),

  handleAfter(
    openFirstAddress,
    async ({ body, door, ctx }) => {
      const { of, secret, all, what, own } = await asked(door, body.token);
      const { person, municipality } = body;
      await mustBeStrong(person, [
        own?.name ?? municipality?.name ?? "",
        own?.code ?? municipality?.code ?? "",
      ]);
      if (what === "operator") {
        const id = randomUUID();
        return door.write(writerFor(INSTALLATION, ctx), "Ett driftkonto läggs upp", async (tx) => {
          await spend(tx, of, secret);
          await storeOperator(tx, id, person.name);
          await setPassword(tx, { municipality: INSTALLATION, ...person, personId: id });
          return {
            to: "/drift" as const,
            session: {},
            operator: { operator: await startSession(tx, INSTALLATION, id) },
          };
        });
      }
      const code = own?.code ?? municipality?.code;
      if (code === undefined || (own === undefined && municipality === undefined))
        return refuse(BadInput, {
          remarks: [remark("stops", "municipality-missing", CITE, {}, "municipality")],
        });
      if (own === undefined && all.some((one) => one.code === code))
        refuse(MunicipalityThere, { params: { code } });
      // The installation's own address is used up first: should the municipality not come about, a new start gives another
      if (of === INSTALLATION)
        await door.write(writerFor(INSTALLATION, ctx), "Engångsadressen används", (tx) =>
          spend(tx, of, secret),
        );
      const session = await door.write(writerFor(code, ctx), "Kommunen läggs upp", async (tx) => {
        if (of === INSTALLATION) {
          const file = await modelOrganisation({ code, name: municipality?.name ?? code });
          await layOut(tx, file, { host: null, startedOn: swedishDay(ctx.now) });
        } else await spend(tx, of, secret);
        return firstManager(tx, code, person, ctx);
      });
      return { to: "/kom-igang" as const, session: { session }, operator: {} };
    },
    async ({ body }, { to, session, operator }) =>
      new Answer({ to, person: body.person.name }, { ...session, ...operator }),
  ),

  handleAfter(
    signInOperator,
    ({ body, ctx, ...rest }) =>
      checkPassword(rest.door, { ...body, ...rest, municipality: INSTALLATION, requestId: ctx.requestId }),
    async ({ tx, ctx, note }, right) => {
      await entered(tx, INSTALLATION, right);
      if (ctx.sessionToken) await endSession(tx, ctx.sessionToken);
      note({ kind: "signed-in", personId: right.personId });
      const operator = await startSession(tx, INSTALLATION, right.personId);
      return new Answer({ id: right.personId, name: await operatorName(tx, right.personId) }, { operator });
    },
  ),
  handle(signOutOperator, async ({ ctx, tx, note }) => {
    if (ctx.sessionToken) await endSession(tx, ctx.sessionToken);
    if (ctx.personId) note({ kind: "signed-out", personId: ctx.personId });
    return new Answer({ signedOut: true as const }, { operator: null });
  }),

  handleAfter(
    listMunicipalities,
    async ({ door }) => {
      const all = [];
      for (const one of await storedMunicipalities(door)) all.push(await shown(door, one));
      return all;
    },
    async (_asked, all) => all,
  ),
  handleAfter(
    measureMunicipality,
    async ({ params, door }) => countRows(door, (await known(door, params.code)).code),
    async (_asked, found) => ({
      tables: found.length,
      rows: found.reduce((sum, { rows }) => sum + rows, 0),
      bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  ),
  handleAfter(
    addMunicipality,
    async ({ body, door, ctx, origin }) => {
      const all = await storedMunicipalities(door);
      if (all.some(({ code }) => code === body.code))
        refuse(MunicipalityThere, { params: { code: body.code } });
      const file = await modelOrganisation(body);
      return door.write(writerFor(body.code, ctx), "Kommunen läggs upp", async (tx) => {
        await lockNames(tx);
        const hosts = hostsFor(body.hosts, body, await municipalities(tx));
        await layOut(tx, file, { host: null, startedOn: swedishDay(ctx.now) });
        await storeNames(tx, body.code, { name: body.name, hosts });
        await storeEvents(tx, body.code, [{ kind: "rights-changed", ...writerFor(body.code, ctx) }]);
        return {
          code: body.code,
          address: addressText(origin, hosts, await makeFirstAddress(tx, body.code)),
        };
      });
    },
    async (_asked, made) => made,
  ),
  handleAfter(
    nameMunicipality,
    async ({ params, body, door, ctx }) => {
      const own = await known(door, params.code);
      await door.write(writerFor(own.code, ctx), "Kommunens namn och värdnamn sätts", async (tx) => {
        await lockNames(tx);
        const hosts = hostsFor(body.hosts, { code: own.code, name: body.name }, await municipalities(tx));
        await storeNames(tx, own.code, { name: body.name, hosts });
        if (hosts.join() !== own.hosts.join())
          await storeEvents(tx, own.code, [
            { kind: "host-changed", reason: hosts.join(", "), ...writerFor(own.code, ctx) },
          ]);
      });
      return shown(door, await known(door, own.code));
    },
    async (_asked, one) => one,
  ),
  handleAfter(
    pauseMunicipality,
    async ({ params, body, door, ctx }) => {
      const own = await known(door, params.code);
      const why = body.paused ? "Kommunen pausas" : "Kommunen tas upp igen";
      await door.write(writerFor(own.code, ctx), why, (tx) => storePaused(tx, own.code, body.paused));
      return shown(door, await known(door, own.code));
    },
    async (_asked, one) => one,
  ),
  handleAfter(
    renewFirstAddress,
    async ({ params, door, ctx, origin }) => {
      const own = await known(door, params.code);
      return door.write(writerFor(own.code, ctx), "En ny engångsadress görs", async (tx) => {
        if (own.sample || (await hasAccount(tx))) refuse(AlreadyOpened, { params: { name: own.name } });
        return {
          code: own.code,
          address: addressText(origin, own.hosts, await makeFirstAddress(tx, own.code)),
        };
      });
    },
    async (_asked, made) => made,
  ),
];

/** The page's own address where the municipality has a name, by the way the operator's came; else what stands after the installation's. */
function addressText(origin: string, [host]: readonly string[], token: string): string {
  if (host === undefined) return `/borja#${token}`;
  const base = new URL(origin);
  base.hostname = host;
  return firstAddress(base.href, token);
}
