import type { z } from "zod";
import type { Texts } from "../../texts.ts";
import type { Route } from "../contract.ts";
import type { Json } from "./shapes.ts";

/** A request and its answer as they have been; the answer is only there where it is JSON. */
export interface Example {
  readonly params?: Json;
  readonly query?: Json;
  readonly body?: unknown;
  readonly answer?: unknown;
}

export interface ApiAbout {
  readonly routes: readonly Route[];
  /** Shapes that have a name, with it. */
  readonly shapes: ReadonlyMap<z.ZodType, string>;
  /** By the operation's id. */
  readonly examples: Readonly<Record<string, Example>>;
  readonly texts: Texts;
  readonly version: string;
  /** The cookie that holds a session. */
  readonly cookie: string;
  /** The address that people use; without it the document speaks of where it was fetched. */
  readonly publicUrl: string | undefined;
  readonly limits: {
    /** From one address; 0 is no limit. */
    readonly requestsPerMinute: number;
    /** Of a request that is no file. */
    readonly bodyBytes: number;
  };
}

/** A text of the document. Throws where there is none. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** What depends on the installation, and not on the contracts. */
export type Installation = Pick<ApiAbout, "version" | "cookie" | "publicUrl" | "limits">;
