import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { DayText, SignInWait, WrongPassword } from "../contract.ts";
import { MAX_HOST, MAX_HOSTS } from "./rules/host-name.ts";

/** The one-time address has been used, or another has been made since. */
export const AddressEnded = problemKind("address-ended", 403);
export const MunicipalityThere = problemKind("municipality-there", 409);
export const NoSuchMunicipality = problemKind("no-such-municipality", 404);
/** A name in the net that is none, or another's, or that somebody would be left without. */
export const NotReachable = problemKind("not-reachable", 422);
/** Somebody has signed in there: those who are there let others in. */
export const AlreadyOpened = problemKind("already-opened", 409);

const chapter = "organisation";
const of = "installation";
export const MunicipalityCode = z
  .string()
  .regex(/^[0-9]{4}$/, { message: "ska vara kommunkoden med fyra siffror, till exempel 1277" });
const MunicipalityName = writtenText(200);

const FirstPerson = z.object({
  name: writtenText(200),
  email: z.email().max(254),
  password: z.string().min(1).max(500),
});
const Token = z.string().max(100);

export const getInstallation = route({
  id: "getInstallation",
  method: "GET",
  path: "/installation",
  chapter,
  of,
  kept: false,
  summary: "Vem som är inloggad som driftansvarig, och om det finns någon kommun än (T-3)",
  access: "public",
  returns: z.object({
    operator: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Whether there is any municipality. */
    begun: z.boolean(),
  }),
});

export const askFirstAddress = route({
  id: "askFirstAddress",
  method: "POST",
  path: "/installation/first/asked",
  chapter,
  of,
  onAnyDay: true,
  summary:
    "Vad en engångsadress öppnar: den första kommunen, en kommuns första systemförvaltare eller ett driftkonto (T-2, T-3)",
  access: "public",
  body: z.object({ token: Token }),
  returns: z.object({
    for: z.enum(["municipality", "operator", "system-manager"]),
    municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  problems: [AddressEnded],
});

export const openFirstAddress = route({
  id: "openFirstAddress",
  method: "POST",
  path: "/installation/first",
  chapter,
  of,
  secret: true,
  summary:
    "Använd en engångsadress: lägg upp den första kommunen eller det första kontot, och bli inloggad (T-2, T-3)",
  access: "public",
  body: z.object({
    token: Token,
    /** Where the address opens the installation's first municipality. */
    municipality: z.object({ code: MunicipalityCode, name: MunicipalityName }).optional(),
    person: FirstPerson,
  }),
  returns: z.object({
    /** Where one goes on. */
    to: z.enum(["/kom-igang", "/drift"]),
    person: z.string(),
  }),
  problems: [AddressEnded, MunicipalityThere],
});

export const signInOperator = route({
  id: "signInOperator",
  method: "POST",
  path: "/installation/sign-in",
  chapter,
  of,
  secret: true,
  summary: "Logga in som driftansvarig (T-3)",
  access: "public",
  body: z.object({ email: z.email().max(254), password: z.string().min(1).max(500) }),
  returns: z.object({ id: z.string(), name: z.string() }),
  problems: [WrongPassword, SignInWait],
});

export const signOutOperator = route({
  id: "signOutOperator",
  method: "POST",
  path: "/installation/sign-out",
  chapter,
  of,
  summary: "Logga ut som driftansvarig (T-3)",
  access: "public",
  returns: z.object({ signedOut: z.literal(true) }),
});

const MunicipalityShape = z.object({
  code: z.string(),
  name: z.string(),
  /** The first is the one that its addresses are written with. */
  hosts: z.array(z.string()),
  sample: z.boolean(),
  startedOn: DayText.nullable(),
  paused: z.boolean(),
  /** Whether nobody has an account there yet: then it has a one-time address, which can be made anew. */
  waits: z.boolean(),
});
export type MunicipalityShape = z.output<typeof MunicipalityShape>;

const Hosts = z.array(z.string().min(1).max(MAX_HOST)).max(MAX_HOSTS);
const OfMunicipality = z.object({ code: MunicipalityCode });

export const listMunicipalities = route({
  id: "listMunicipalities",
  method: "GET",
  path: "/installation/municipalities",
  chapter,
  of,
  kept: false,
  allow: "anyone",
  summary:
    "Kommunerna i installationen: namn, värdnamn och om de är pausade, och inget av det de skriver (T-3)",
  returns: z.array(MunicipalityShape),
});

export const measureMunicipality = route({
  id: "measureMunicipality",
  method: "GET",
  path: "/installation/municipalities/{code}/size",
  chapter,
  of,
  kept: false,
  allow: "anyone",
  summary: "Hur mycket en kommun har lagrat: antal rader och byte, och inget av vad som står i dem (T-3)",
  params: OfMunicipality,
  returns: z.object({ tables: z.number().int(), rows: z.number().int(), bytes: z.number().int() }),
  problems: [NoSuchMunicipality],
});

export const addMunicipality = route({
  id: "addMunicipality",
  method: "POST",
  path: "/installation/municipalities",
  chapter,
  of,
  secret: true,
  allow: "anyone",
  summary: "Lägg upp en kommun med modellens organisation; dess systemförvaltare får en engångsadress (T-3)",
  body: z.object({ code: MunicipalityCode, name: MunicipalityName, hosts: Hosts }),
  returns: z.object({ code: z.string(), address: z.string() }),
  problems: [MunicipalityThere, NotReachable],
});

export const nameMunicipality = route({
  id: "nameMunicipality",
  method: "PUT",
  path: "/installation/municipalities/{code}",
  chapter,
  of,
  allow: "anyone",
  summary: "Vad en kommun heter och vilka värdnamn den svarar på (T-3)",
  params: OfMunicipality,
  body: z.object({ name: MunicipalityName, hosts: Hosts }),
  returns: MunicipalityShape,
  problems: [NoSuchMunicipality, NotReachable],
});

export const pauseMunicipality = route({
  id: "pauseMunicipality",
  method: "POST",
  path: "/installation/municipalities/{code}/pause",
  chapter,
  of,
  allow: "anyone",
  summary: "Pausa en kommun, som då inte svarar någon, eller ta upp den igen (T-3)",
  params: OfMunicipality,
  body: z.object({ paused: z.boolean() }),
  returns: MunicipalityShape,
  problems: [NoSuchMunicipality],
});

export const renewFirstAddress = route({
  id: "renewFirstAddress",
  method: "POST",
  path: "/installation/municipalities/{code}/address",
  chapter,
  of,
  secret: true,
  allow: "anyone",
  summary: "En ny engångsadress för en kommun där ingen har något konto än (T-3)",
  params: OfMunicipality,
  returns: z.object({ code: z.string(), address: z.string() }),
  problems: [NoSuchMunicipality, AlreadyOpened],
});
