import { z } from "zod";
import { type ProblemKind, problemKind } from "../../kernel/problem.ts";

/** A remark as it is sent (`kernel/remark.ts`): what the rules say of something, by which the reader's text is found. */
export const RemarkShape = z.object({
  level: z.enum(["info", "deviation", "needs-reason", "stops"]),
  code: z.string(),
  cite: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  at: z.string().optional(),
});

/** A document is not ready now, and may be in a while: for routes that answer with one. */
export const NoDocumentYet = problemKind("document-failed", 503);
/** One who asks has as many documents under way as one may: for routes that answer with one. */
export const DocumentsUnderWay = problemKind("documents-under-way", 429);

/** A file that holds no table: for routes that take one, which its reader refuses with (`platform/intake/table-file.ts`). */
export const NotAWorkbook = problemKind("not-a-workbook", 422);
/** An archive that unpacks to more than a table can be. */
export const WorkbookTooLarge = problemKind("workbook-too-large", 422);

/**
 * By what right a route answers beyond having signed in (model P-4, R-3). Declared once: the route asks by it (`mustBy`), `tillit rights`
 * prints it, and docs/rights.csv is held against both what is declared and what the running server answers to every role.
 */
export interface Allow {
  /**
   * What a mandate must be for: "edit:lesson". For all kinds of matter: "decide:*"; "write:*", as each is written; "register:*", as
   * each is decided; "keep:*", what is held; "settle:*", what is carried on from year to year.
   */
  readonly action: string;
  /** Whose it is: the body's that it is about, or the council's or the executive's for the whole municipality. */
  readonly of: "body" | "council" | "executive";
  /** The kinds of body that it can be about; every kind when absent. */
  readonly among?: readonly string[];
  /**
   * Who besides those who have the mandate: `asked` to write by them; the `holder` of the thing, and that person's nearest manager. Or
   * who alone of them: `own`, whose it is.
   */
  readonly besides?: "asked" | "holder" | "own";
  /** Where a route has several rights: what this one is about, in words ("delas av flera"). */
  readonly where?: string;
}

/**
 * One HTTP route: the single source of validation, types, OpenAPI and the web client. Chapters declare them in
 * `contract.ts`; `shell/server.ts` serves them under `/api`.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Returns extends z.ZodType = z.ZodType,
> {
  /** Unique name, also the OpenAPI operationId. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path below /api, parameters in braces: "/goals/{body}/{year}". */
  readonly path: string;
  readonly chapter: string;
  readonly summary: string;
  /** `public`: anyone; `signed-in`: whoever has signed in. What a person may do beyond that is asked of `may`. */
  readonly access: "public" | "signed-in";
  /** By what right, where it takes more than to have signed in. `"anyone"`: a write that takes no more. */
  readonly allow?: Allow | readonly Allow[] | "anyone";
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly returns: Returns;
  /** What the answer's shape is called in the API's description, where no contract exports it by a name. */
  readonly answerName?: string;
  /** Media type of the answer when it is not JSON. */
  readonly produces?:
    | "application/pdf"
    | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    | "application/csvm+json"
    | "text/csv"
    | "text/calendar"
    | "application/atom+xml"
    | "application/octet-stream"
    | "application/health+json";
  /** A file comes as multipart/form-data, in the field `file`. */
  readonly upload?: { readonly maxBytes: number };
  /** It is asked as a form too, by who knows no more of it than its address: what is sent with it is not read. */
  readonly form?: true;
  /** Not a GET, and yet nothing is written on a day: it may be asked for while another day than the present is read. */
  readonly onAnyDay?: boolean;
  /** Editable things: GET answers with an ETag; PUT demands If-Match (or If-None-Match: * to create). */
  readonly editable?: boolean;
  /** Also for who has given the password and must set up a second factor before anything else opens. */
  readonly whileSettingUp?: true;
  /** What is sent or answered opens something: nothing of it is kept, not even to answer who asks again. */
  readonly secret?: true;
  /** False: answered anew each time, from what is stored then, and never from memory. */
  readonly kept?: false;
  /** Of the installation and of no municipality: asked as its operator, on whatever name in the net (`kernel/installation.ts`). */
  readonly of?: "installation";
  readonly problems: readonly ProblemKind[];
}

type Optional = "access" | "problems";

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declaration: Omit<Route<P, Q, B, R>, Optional> & Partial<Pick<Route<P, Q, B, R>, Optional>>,
): Route<P, Q, B, R> {
  return { access: "signed-in", problems: [], ...declaration };
}
