import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { z } from "zod";
import { api } from "../../../platform/ui/api.ts";
import { askForPasskey, signInPasskey } from "../entry/contract.ts";
import { addPasskey, beginPasskey } from "../own/contract.ts";

/** Why no passkey came: its person broke it off, the device has one already, or this browser at this address can have none. */
export class NoPasskey extends Error {
  readonly why: "cancelled" | "there" | "impossible";
  constructor(why: NoPasskey["why"], cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

function noPasskey(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : "";
  const why = name === "InvalidStateError" ? "there" : name === "SecurityError" ? "impossible" : "cancelled";
  throw new NoPasskey(why, cause);
}

/** Whether passkeys are offered here: over HTTPS or on this machine, and by a name, as no passkey is of a number. */
export const passkeysOffered = (): boolean =>
  window.isSecureContext &&
  typeof window.PublicKeyCredential === "function" &&
  !/^[\d.]+$|^\[/.test(location.hostname);

/** Loaded when a passkey is asked for: most never do. */
const browser = () => import("@simplewebauthn/browser");

/** Signs in by any passkey that the browser has of this place. */
export async function enterByPasskey(): Promise<z.output<typeof signInPasskey.returns>> {
  const options = await api(askForPasskey, {});
  const { startAuthentication } = await browser();
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const answer = await startAuthentication({ optionsJSON }).catch(noPasskey);
  return api(signInPasskey, { body: { answer: answer as never } });
}

/** Makes a passkey and stores it under a name. */
export async function makePasskey(name: string): Promise<z.output<typeof addPasskey.returns>> {
  const options = await api(beginPasskey, {});
  const { startRegistration } = await browser();
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const answer = await startRegistration({ optionsJSON }).catch(noPasskey);
  return api(addPasskey, { body: { name, answer: answer as never } });
}
