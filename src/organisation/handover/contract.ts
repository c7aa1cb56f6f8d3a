import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { MayNot } from "../contract.ts";
import { MunicipalityCode, NoSuchMunicipality } from "../installation/contract.ts";

const chapter = "organisation";
const allow = { action: "manage:handover", of: "executive" } as const;

/** No system manager has chosen a key yet: the file could be opened by nobody, or by anybody. */
export const NoHandoverKey = problemKind("no-handover-key", 409);
export const HandoverUnderWay = problemKind("handover-under-way", 409);
export const NoSuchFile = problemKind("no-such-handover", 404);

const Moment = z.iso.datetime();
const HandoverView = z.object({
  id: z.uuid(),
  /** `ended`: the file has been taken away; `failed`: nothing is left of it. */
  state: z.enum(["waiting", "working", "ready", "failed", "ended"]),
  orderedAt: Moment,
  tablesDone: z.number().int(),
  tables: z.number().int(),
  rows: z.number().int(),
  /** Of the sealed file. */
  bytes: z.number().int(),
  sha256: z.string().nullable(),
  keptUntil: Moment.nullable(),
  fault: z.enum(["too-large", "cut-off"]).nullable(),
});
export type HandoverView = z.output<typeof HandoverView>;

/** The public half of a key of age's (X25519): what is sealed to it is opened by the other half alone. */
const Recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, {
  message: "ska vara en publik nyckel som börjar med age1",
});
const OfHandover = z.object({ handover: z.uuid() });

export const getHandovers = route({
  id: "getHandovers",
  method: "GET",
  path: "/handovers",
  chapter,
  allow,
  kept: false,
  summary: "Kommunens nyckel för utlämning, och vad den driftansvarige har lämnat ut (T-3)",
  answerName: "Handovers",
  returns: z.object({
    key: z.object({ recipient: z.string(), setBy: z.string(), setAt: Moment }).nullable(),
    handovers: z.array(HandoverView),
  }),
  problems: [MayNot],
});

export const setHandoverKey = route({
  id: "setHandoverKey",
  method: "PUT",
  path: "/handovers/key",
  chapter,
  allow,
  secret: true,
  summary:
    "Välj den nyckel som kommunens uppgifter förseglas till; den hemliga halvan lämnar aldrig webbläsaren (T-3)",
  body: z.object({ recipient: Recipient }),
  returns: z.object({ recipient: z.string() }),
  problems: [MayNot, problemKind("prove-yourself", 428)],
});

export const fetchHandover = route({
  id: "fetchHandover",
  method: "GET",
  path: "/handovers/{handover}/file",
  chapter,
  allow,
  kept: false,
  summary: "Filen med kommunens uppgifter, förseglad till kommunens nyckel (T-3)",
  params: OfHandover,
  returns: z.string(),
  produces: "application/octet-stream",
  problems: [MayNot, NoSuchFile],
});

const of = "installation";
const OfMunicipality = z.object({ code: MunicipalityCode });

export const getHandoverOf = route({
  id: "getHandoverOf",
  method: "GET",
  path: "/installation/municipalities/{code}/handover",
  chapter,
  of,
  kept: false,
  allow: "anyone",
  summary: "Hur långt en kommuns utlämning har kommit, och inget av vad som står i den (T-3)",
  params: OfMunicipality,
  returns: z.object({ hasKey: z.boolean(), last: HandoverView.nullable() }),
  problems: [NoSuchMunicipality],
});

export const orderHandover = route({
  id: "orderHandover",
  method: "POST",
  path: "/installation/municipalities/{code}/handover",
  chapter,
  of,
  allow: "anyone",
  summary: "Samla allt som är en kommuns i en fil, förseglad till kommunens nyckel (T-3)",
  params: OfMunicipality,
  returns: HandoverView,
  problems: [NoSuchMunicipality, NoHandoverKey, HandoverUnderWay],
});

export const fetchHandoverOf = route({
  id: "fetchHandoverOf",
  method: "GET",
  path: "/installation/municipalities/{code}/handover/{handover}/file",
  chapter,
  of,
  kept: false,
  allow: "anyone",
  summary: "Den förseglade filen, att lämna till kommunen; den driftansvarige kan inte öppna den (T-3)",
  params: OfMunicipality.extend(OfHandover.shape),
  returns: z.string(),
  produces: "application/octet-stream",
  problems: [NoSuchMunicipality, NoSuchFile],
});
