import type { z } from "zod";
import { type ProblemKind, problemKind } from "../../kernel/problem.ts";

/** A document is not ready now, and may be in a while: for routes that answer with one. */
export const NoDocumentYet = problemKind("document-failed", 503);
/** One who asks has as many documents under way as one may: for routes that answer with one. */
export const DocumentsUnderWay = problemKind("documents-under-way", 429);

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
    | "application/health+json";
  /** A file comes as multipart/form-data, in the field `file`. */
  readonly upload?: { readonly maxBytes: number };
  /** Not a GET, and yet nothing is written on a day: it may be asked for while another day than the present is read. */
  readonly onAnyDay?: boolean;
  /** Editable things: GET answers with an ETag; PUT demands If-Match (or If-None-Match: * to create). */
  readonly editable?: boolean;
  readonly problems: readonly ProblemKind[];
}

type Optional = "access" | "problems";

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declaration: Omit<Route<P, Q, B, R>, Optional> & Partial<Pick<Route<P, Q, B, R>, Optional>>,
): Route<P, Q, B, R> {
  return { access: "signed-in", problems: [], ...declaration };
}
