import { z } from "zod";
import { problemKind } from "../../../kernel/problem.ts";
import { route } from "../../../platform/http/contract.ts";
import { NoPost } from "../../contract.ts";
import { AccountShut, NoSuchLink, SignedIn } from "../entry/contract.ts";
import { ProveYourself } from "../own/contract.ts";

const chapter = "organisation";

/** Not this browser's, used, too old, or never made: all alike. */
export const CrossingLost = problemKind("crossing-lost", 403);
/** Nothing of that person's is there, or nothing that is open. */
export const NotElsewhere = problemKind("not-elsewhere", 404);
/** The account is opened from another municipality: there one adds and takes away. */
export const NotAtHome = problemKind("not-at-home", 409);

const Code = z.string().regex(/^[0-9]{4}$/);
const Token = z.string().regex(/^[\w-]{43}$/);

export const getElsewhere = route({
  id: "getElsewhere",
  method: "GET",
  path: "/own-account/municipalities",
  chapter,
  kept: false,
  summary: "De andra kommuner där man har konto, och vägen dit (T-3)",
  returns: z.object({
    municipalities: z.array(
      z.object({
        code: Code,
        name: z.string(),
        /** The page that leads there: on its own name in the net. */
        address: z.string(),
      }),
    ),
    /** Whether one signs in here, and not in another municipality. */
    home: z.boolean(),
  }),
});

export const joinElsewhere = route({
  id: "joinElsewhere",
  method: "POST",
  path: "/own-account/municipalities",
  chapter,
  summary: "Öppna kontot i en annan kommun med det man har här: länken i inbjudan därifrån (T-3)",
  allow: "anyone",
  onAnyDay: true,
  secret: true,
  body: z.object({ link: z.string().trim().min(1).max(500) }),
  returns: z.object({ code: Code, name: z.string() }),
  problems: [ProveYourself, NotAtHome, NoSuchLink],
});

export const leaveElsewhere = route({
  id: "leaveElsewhere",
  method: "DELETE",
  path: "/own-account/municipalities/{code}",
  chapter,
  summary: "Sluta öppna kontot i en annan kommun härifrån; kontot där finns kvar (T-3)",
  allow: "anyone",
  onAnyDay: true,
  params: z.object({ code: Code }),
  returns: z.object({ left: z.literal(true) }),
  problems: [ProveYourself, NotAtHome, NotElsewhere],
});

export const beginCrossing = route({
  id: "beginCrossing",
  method: "POST",
  path: "/sign-in/crossing/beginning",
  chapter,
  summary: "Börja byta till den här kommunen: vart webbläsaren går för att visa vem man är (T-3)",
  access: "public",
  onAnyDay: true,
  secret: true,
  body: z.object({ from: Code }),
  returns: z.object({
    /** Null where somebody is signed in here already: then there is nothing to show. */
    address: z.string().nullable(),
  }),
  problems: [CrossingLost],
});

export const giveCrossing = route({
  id: "giveCrossing",
  method: "POST",
  path: "/own-account/crossings",
  chapter,
  summary:
    "Gå vidare till en annan kommun som sig själv: en kod som gäller en gång, i en minut, i webbläsaren som började (T-3)",
  allow: "anyone",
  onAnyDay: true,
  secret: true,
  body: z.object({ to: Code, browser: z.string().regex(/^[0-9a-f]{64}$/) }),
  returns: z.object({ address: z.string() }),
  problems: [NotElsewhere],
});

export const takeCrossing = route({
  id: "takeCrossing",
  method: "POST",
  path: "/sign-in/crossing",
  chapter,
  summary:
    "Kom in i den här kommunen från en annan; det andra steget ges här om kommunen kräver det (T-2, T-3)",
  access: "public",
  onAnyDay: true,
  secret: true,
  body: z.object({ token: Token }),
  returns: SignedIn,
  answerName: "SignedIn",
  problems: [CrossingLost, AccountShut, NoPost],
});
