import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { DayText } from "../contract.ts";
import { SERVICE_ACCOUNT } from "./kind.ts";
import { ProgramInput } from "./rules/programs.ts";

export const ProgramStopped = problemKind("program-stopped", 422);
export const ProgramEnded = problemKind("program-ended", 409);
export const ProgramNameTaken = problemKind("program-name-taken", 409);
export const TooManyPrograms = problemKind("too-many-programs", 409);
/** What has not ended; more than anybody keeps in order. */
export const MAX_PROGRAMS = 100;

const chapter = "organisation";
const allow = { action: `manage:${SERVICE_ACCOUNT.object}`, of: "executive" } as const;

const Named = z.object({ id: z.string(), name: z.string() });

const ServiceAccount = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  owner: Named,
  body: Named,
  role: z.string(),
  actions: z.array(z.string()),
  bodies: z.array(Named),
  validFrom: DayText,
  validTo: DayText,
  madeBy: z.string(),
  /** The machine's time, ISO 8601 in UTC; to within five minutes. */
  lastUsed: z.iso.datetime().nullable(),
  /** `ownerless`: it opens nothing, since nobody in office answers for it. */
  state: z.enum(["works", "ownerless", "ended"]),
});
export type ServiceAccount = z.output<typeof ServiceAccount>;

/** A token is in an answer once, and stored nowhere: only its hash is. */
const WithToken = z.object({ account: ServiceAccount, token: z.string() });

const OfAccount = z.object({ account: z.string().min(1).max(60) });

export const listServiceAccounts = route({
  id: "listServiceAccounts",
  method: "GET",
  path: "/service-accounts",
  chapter,
  allow,
  summary: "Tjänstekonton: program som använder API:et, vad de får och när de användes",
  returns: z.array(ServiceAccount),
  answerName: "ServiceAccounts",
});

export const makeServiceAccount = route({
  id: "makeServiceAccount",
  method: "POST",
  path: "/service-accounts",
  chapter,
  allow,
  summary: "Lägg upp ett tjänstekonto; nyckeln visas en gång",
  body: ProgramInput,
  returns: WithToken,
  answerName: "ServiceAccountWithToken",
  secret: true,
  problems: [ProgramStopped, ProgramNameTaken, TooManyPrograms],
});

export const renewServiceAccount = route({
  id: "renewServiceAccount",
  method: "POST",
  path: "/service-accounts/{account}/token",
  chapter,
  allow,
  summary: "Ge ett tjänstekonto en ny nyckel; den gamla slutar gälla genast",
  params: OfAccount,
  returns: WithToken,
  answerName: "ServiceAccountWithToken",
  secret: true,
  problems: [ProgramEnded],
});

export const giveServiceAccount = route({
  id: "giveServiceAccount",
  method: "PUT",
  path: "/service-accounts/{account}/owner",
  chapter,
  allow,
  summary: "Låt någon annan svara för ett tjänstekonto",
  params: OfAccount,
  body: z.object({ owner: z.string().min(1).max(100) }),
  returns: ServiceAccount,
  problems: [ProgramEnded, ProgramStopped],
});

export const endServiceAccount = route({
  id: "endServiceAccount",
  method: "POST",
  path: "/service-accounts/{account}/end",
  chapter,
  allow,
  summary: "Avsluta ett tjänstekonto genast",
  params: OfAccount,
  returns: ServiceAccount,
});
